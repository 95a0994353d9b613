package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and with which words, before any of it is believed. */
class UnsafeFileTest {

  @TempDir static Path directory = Path.of("");

  private static final byte[] SHP = RawShapefile.shp(1, List.of(RawShapefile.point(1, 1, 2)));

  private static FeatureFileException refusal(Path file) {
    FeatureFileException refused =
        catchThrowableOfType(FeatureFileException.class, () -> Reading.of(file));
    assertThat(refused).as("%s was read", file).isNotNull();
    assertThat(refused.getMessage()).matches("(?s).*\\p{IsHan}.*");
    return refused;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../a.shp", "x/../../a.shp", "/etc/a.shp", "C:\\a.shp", "x\\..\\..\\a.shp"})
  void refusesNamesThatLeadOutOfTheZip(String name) throws IOException {
    Path zip = RawShapefile.zip(directory.resolve("out.zip"), Map.of(name, SHP));
    assertThat(refusal(zip).code()).isEqualTo("file.unsafe-path");
  }

  @Test
  void refusesAMemberThatSwellsTooMuch() throws IOException {
    Path file = directory.resolve("bomb.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a.shp"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 80; i++) {
        zip.write(zeros);
      }
    }
    assertThat(Files.size(file)).isLessThan(200_000);
    assertThat(refusal(file).code()).isEqualTo("file.zip-bomb");
  }

  @Test
  void aMemberMayNotYieldMoreThanItDeclares() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.shp"));
      zip.write(SHP);
      zip.write(new byte[5000]);
    }
    byte[] zip = bytes.toByteArray();
    int directoryAt = find(zip, new byte[] {'P', 'K', 1, 2});
    zip[directoryAt + 24] = (byte) SHP.length;
    zip[directoryAt + 25] = 0;
    assertThat(refusal(Files.write(directory.resolve("lying.zip"), zip)).code())
        .isEqualTo("file.broken");
  }

  @Test
  void noticesAMemberWhoseBytesWereChanged() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(0);
      zip.putNextEntry(new ZipEntry("a.shp"));
      zip.write(SHP);
    }
    byte[] zip = bytes.toByteArray();
    zip[find(zip, new byte[] {0, 0, 0x27, 0x0A}) + 115] ^= 1;
    assertThat(refusal(Files.write(directory.resolve("changed.zip"), zip)).code())
        .isEqualTo("file.broken");
  }

  private static int find(byte[] bytes, byte[] wanted) {
    for (int i = 0; i < bytes.length - wanted.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }

  @Test
  void refusesAnEncryptedMember() throws IOException {
    byte[] zip =
        Files.readAllBytes(RawShapefile.zip(directory.resolve("plain.zip"), Map.of("a.shp", SHP)));
    zip[6] |= 1;
    zip[find(zip, new byte[] {'P', 'K', 1, 2}) + 8] |= 1;
    FeatureFileException refused = refusal(Files.write(directory.resolve("secret.zip"), zip));
    assertThat(refused.code()).isEqualTo("file.encrypted");
    assertThat(refused.getMessage()).contains("密码");
  }

  @Test
  void refusesAZipCutShort() throws IOException {
    Path whole = RawShapefile.zip(directory.resolve("whole.zip"), Map.of("a.shp", SHP));
    byte[] bytes = Files.readAllBytes(whole);
    for (int length : List.of(bytes.length - 5, bytes.length / 2, 30)) {
      Path half = Files.write(directory.resolve("half.zip"), Arrays.copyOf(bytes, length));
      assertThat(refusal(half).code()).isEqualTo("file.truncated");
    }
  }

  @Test
  void namesOfAChineseWindowsAreRead() throws IOException {
    Path file = directory.resolve("windows.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, Charset.forName("GBK"))) {
      zip.putNextEntry(new ZipEntry("房屋\\建筑物.shp"));
      zip.write(SHP);
    }
    assertThat(Reading.of(file).schema().layer()).isEqualTo("建筑物");
  }

  @Test
  void refusesWorkbooksWithAPassword() throws IOException {
    Path xls = directory.resolve("secret.xls");
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(xls)) {
      workbook.createSheet("a").createRow(0).createCell(0).setCellValue("id");
      workbook.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertThat(refusal(xls).code()).isEqualTo("file.encrypted");
    // A new workbook with a password is a compound file with these two streams (MS-OFFCRYPTO).
    Path xlsx = directory.resolve("secret.xlsx");
    try (POIFSFileSystem compound = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(xlsx)) {
      for (String stream : List.of("EncryptionInfo", "EncryptedPackage")) {
        compound.createDocument(new ByteArrayInputStream(new byte[100]), stream);
      }
      compound.writeFilesystem(out);
    }
    assertThat(refusal(xlsx).code()).isEqualTo("file.encrypted");
  }

  @Test
  void neverReadsWhatAnXmlEntityPointsAt() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret.txt"), "secret words");
    Path kml =
        Files.writeString(
            directory.resolve("x.kml"),
            "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY e SYSTEM \""
                + secret.toUri()
                + "\">]><kml><Placemark><name>&e;</name></Placemark></kml>");
    assertThat(refusal(kml).code()).isEqualTo("file.broken");
    Path laughs =
        Files.writeString(
            directory.resolve("laughs.kml"),
            "<!DOCTYPE kml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                + "<kml><Placemark><name>&b;</name></Placemark></kml>");
    assertThat(refusal(laughs).code()).isEqualTo("file.broken");
  }

  @Test
  void tellsFilesByTheirContentAndSaysWhatToDoWithOthers() throws IOException {
    Path misnamed = directory.resolve("misnamed.xlsx");
    Files.write(
        misnamed,
        "{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes(StandardCharsets.UTF_8));
    assertThat(FeatureFiles.kind(misnamed)).isEqualTo(FileKind.GEOJSON);
    Path text = Files.writeString(directory.resolve("export.xls"), "编号\t名称\n1\t大厦\n");
    assertThat(Reading.of(text).cell(0, "名称")).isEqualTo("大厦");
    Stream.of(
            Map.entry("a.rar", "Rar!\u001a\u0007"),
            Map.entry("page.xls", "<html><table><tr><td>1</td></tr></table></html>"),
            Map.entry("a.pdf", "%PDF-1.7"))
        .forEach(
            file -> {
              Path path = directory.resolve(file.getKey());
              assertThat(refusal(written(path, file.getValue())).code())
                  .isEqualTo("file.unknown-format");
            });
  }

  private static Path written(Path path, String text) {
    try {
      return Files.writeString(path, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
