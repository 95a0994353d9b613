package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file that cannot be read is refused with a code and words, never read in part silently. */
class BrokenFileTest {

  @TempDir static Path directory = Path.of("");

  private static String refusal(Path file) {
    FeatureFileException refused =
        catchThrowableOfType(FeatureFileException.class, () -> Reading.of(file));
    assertThat(refused).as("%s was read", file).isNotNull();
    assertThat(refused.getMessage()).matches("(?s).*\\p{IsHan}.*");
    return refused.code();
  }

  private static Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  @Test
  void namesAMissingFileAndAnUnknownEnding() throws IOException {
    assertThat(refusal(directory.resolve("nowhere.csv"))).isEqualTo("file.missing");
    assertThat(refusal(file("a.doc", "x"))).isEqualTo("file.unknown-format");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"e.geojson", "e.csv", "e.gpkg", "e.xlsx", "e.zip", "e.kml", "e.fgb", "e.xls"})
  void namesAnEmptyFile(String name) throws IOException {
    assertThat(refusal(file(name, ""))).isEqualTo("file.empty");
  }

  @ParameterizedTest
  @EnumSource(names = {"GEOJSON", "GEOPACKAGE", "XLSX", "SHAPEFILE"})
  void namesATruncatedFile(Format format) throws Exception {
    Path whole = Sample.write(directory, format, WriteOptions.DEFAULT);
    byte[] bytes = Files.readAllBytes(whole);
    Path half = directory.resolve("half." + format.extension());
    Files.write(half, Arrays.copyOf(bytes, bytes.length - bytes.length / 3));
    assertThat(refusal(half)).isEqualTo("file.truncated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.csv.gz", "t.geojson.gz"})
  void namesATruncatedGzip(String name) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(
          "{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes(StandardCharsets.UTF_8));
    }
    Path file = directory.resolve(name);
    Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() - 12));
    assertThat(refusal(file)).isEqualTo("file.truncated");
  }

  @Test
  void namesTextThatIsOfAnotherKind() throws IOException {
    assertThat(refusal(file("list.json", "[1, 2]"))).isEqualTo("file.unknown-format");
    assertThat(refusal(file("other.json", "{\"a\": {}}"))).isEqualTo("file.unknown-format");
    assertThat(refusal(file("bad.geojson", "{\"type\":\"FeatureCollection\",,}")))
        .isEqualTo("file.broken");
    assertThat(refusal(file("more.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]} {}")))
        .isEqualTo("file.broken");
    assertThat(refusal(file("text.gpkg", "not a database ".repeat(20))))
        .isEqualTo("file.unknown-format");
    assertThat(refusal(file("text.xlsx", "not a zip"))).isEqualTo("file.broken");
  }

  @Test
  void namesAnEncodingThatIsNone() throws IOException {
    byte[] gbk =
        "{\"type\":\"FeatureCollection\",\"name\":\"建筑\"}".getBytes(Charset.forName("GBK"));
    Path json = Files.write(directory.resolve("gbk.geojson"), gbk);
    assertThat(refusal(json)).isEqualTo("file.encoding");
    Path csv = Files.write(directory.resolve("neither.csv"), new byte[] {'a', '\n', (byte) 0xFF});
    assertThat(refusal(csv)).isEqualTo("file.encoding");
  }

  @Test
  void namesAHeaderThatIsNone() throws IOException {
    assertThat(refusal(file("blank.csv", "\n1,2\n"))).isEqualTo("file.empty");
    assertThat(refusal(file("twice.csv", "id,名称,名称\n1,2,3\n"))).isEqualTo("file.header");
  }

  @Test
  void namesASystemThatIsNoEpsgCode() throws IOException {
    assertThat(
            refusal(
                file(
                    "crs.geojson",
                    "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\","
                        + "\"properties\":{\"name\":\"shanghai city\"}},\"features\":[]}")))
        .isEqualTo("crs.unknown");
  }

  @Test
  void namesTheOnlyLayerWhenAnotherIsAskedFor() throws IOException {
    Path csv = file("one.csv", "id\n1\n");
    FeatureFileException refused =
        catchThrowableOfType(FeatureFileException.class, () -> FeatureFiles.open(csv, "two"));
    assertThat(refused.code()).isEqualTo("file.layer-unknown");
    assertThat(refused.getMessage()).contains("one");
  }
}
