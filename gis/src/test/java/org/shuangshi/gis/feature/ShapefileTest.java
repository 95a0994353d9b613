package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKTReader;
import org.shuangshi.gis.crs.Crs;

class ShapefileTest {

  private static Map<String, byte[]> unzip(Path file) throws Exception {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        parts.put(name.substring(name.lastIndexOf('.')), zip.readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] part(Map<String, byte[]> parts, String ending) {
    byte[] part = parts.get(ending);
    assertThat(part).as(ending).isNotNull();
    return part == null ? new byte[0] : part;
  }

  private static FeatureWriter write(
      Path file, WriteOptions options, List<Field> fields, @Nullable Object... values)
      throws Exception {
    FeatureSchema schema = new FeatureSchema("s", fields, GeometryType.POLYGON, new Crs(4549));
    FeatureWriter writer = FeatureFiles.create(file, Format.SHAPEFILE, schema, options);
    try (writer) {
      writer.write(
          new WKTReader().read("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))"),
          Arrays.asList(values));
    }
    return writer;
  }

  @Test
  void shellsGoClockwiseHolesTheOtherWayAndLengthsAreDeclared(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("s.zip");
    write(file, WriteOptions.DEFAULT, List.of());
    Map<String, byte[]> parts = unzip(file);
    assertThat(parts.keySet()).containsExactly(".cpg", ".dbf", ".prj", ".shp", ".shx");
    ByteBuffer shp = ByteBuffer.wrap(part(parts, ".shp"));
    assertThat(shp.getInt(0)).isEqualTo(9994);
    assertThat(shp.getInt(24) * 2).isEqualTo(shp.capacity());
    assertThat(shp.getInt(104) * 2).isEqualTo(shp.capacity() - 108);
    shp.order(ByteOrder.LITTLE_ENDIAN);
    assertThat(shp.getInt(32)).isEqualTo(5);
    // From 160 on after type, box, counts and part starts: (0 0) then up, then the hole.
    assertThat(shp.getDouble(160 + 24)).isEqualTo(9);
    assertThat(shp.getDouble(160 + 16)).isZero();
    assertThat(shp.getDouble(160 + 80 + 16)).isEqualTo(2);
    ByteBuffer shx = ByteBuffer.wrap(part(parts, ".shx"));
    assertThat(shx.getInt(24) * 2).isEqualTo(shx.capacity());
    assertThat(shx.getInt(100)).isEqualTo(50);
    assertThat(Crs.ofWkt(new String(part(parts, ".prj"), StandardCharsets.US_ASCII)))
        .isEqualTo(new Crs(4549));
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void longNamesAreCutToDifferentOnesAndReported(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("s.zip");
    List<Field> fields =
        List.of(
            new Field("建筑物名称", FieldType.TEXT),
            new Field("建筑物用途", FieldType.TEXT),
            new Field("registered_address", FieldType.TEXT),
            new Field("registered_region_code", FieldType.TEXT),
            new Field("id", FieldType.INTEGER));
    FeatureWriter writer = write(file, WriteOptions.DEFAULT, fields, "a", "b", "c", "d", 1L);
    assertThat(writer.notices()).hasSize(4).allMatch(n -> n.code().equals("field.renamed"));
    byte[] dbf = part(unzip(file), ".dbf");
    assertThat(name(dbf, 0, StandardCharsets.UTF_8)).isEqualTo("建筑物");
    assertThat(name(dbf, 1, StandardCharsets.UTF_8)).isEqualTo("建筑_1");
    assertThat(name(dbf, 2, StandardCharsets.UTF_8)).isEqualTo("registered");
    assertThat(name(dbf, 3, StandardCharsets.UTF_8)).isEqualTo("register_1");
    assertThat(name(dbf, 4, StandardCharsets.UTF_8)).isEqualTo("id");
  }

  private static String name(byte[] dbf, int column, Charset charset) {
    String name = new String(dbf, 32 + 32 * column, 11, charset);
    return name.substring(0, name.indexOf('\0'));
  }

  @Test
  void textsAreCutAtWholeCharactersAndCounted(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("s.zip");
    FeatureWriter writer =
        write(
            file, WriteOptions.DEFAULT, List.of(new Field("t", FieldType.TEXT)), "𠮷".repeat(100));
    assertThat(writer.notices().stream().map(Notice::code)).containsExactly("text.cut");
    byte[] dbf = part(unzip(file), ".dbf");
    int width = dbf[32 + 16] & 0xFF;
    assertThat(width).isEqualTo(252);
    assertThat(new String(dbf, 66, width, StandardCharsets.UTF_8)).isEqualTo("𠮷".repeat(63));
  }

  @Test
  void gb18030SaysSoInTheHeaderAndBesideIt(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("s.zip");
    write(file, WriteOptions.GB18030, List.of(new Field("名称", FieldType.TEXT)), "上海");
    Map<String, byte[]> parts = unzip(file);
    assertThat(new String(part(parts, ".cpg"), StandardCharsets.US_ASCII)).isEqualTo("GB18030");
    byte[] dbf = part(parts, ".dbf");
    assertThat(dbf[29]).isEqualTo((byte) 0x4D);
    assertThat(name(dbf, 0, WriteOptions.GB18030.charset())).isEqualTo("名称");
  }

  @Test
  void numbersOfAnySizeFitTheirColumn(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("s.zip");
    List<Field> fields = List.of(new Field("r", FieldType.REAL), new Field("i", FieldType.INTEGER));
    FeatureSchema schema = new FeatureSchema("s", fields, GeometryType.NONE, null);
    List<Double> reals = List.of(1e300, -1e-300, 0.1, -123456789.125, 9.999999999999998, 1e21);
    try (FeatureWriter writer = FeatureFiles.create(file, Format.SHAPEFILE, schema)) {
      for (Double real : reals) {
        writer.write(null, List.of(real, Long.MIN_VALUE));
      }
    }
    byte[] dbf = part(unzip(file), ".dbf");
    int width = dbf[32 + 16] & 0xFF;
    int record = ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN).getShort(10);
    int head = ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
    for (int i = 0; i < reals.size(); i++) {
      String row = new String(dbf, head + i * record, record, StandardCharsets.US_ASCII);
      double wanted = reals.get(i);
      double found = Double.parseDouble(row.substring(1, 1 + width).strip());
      assertThat(found).isEqualTo(wanted);
      assertThat(Long.parseLong(row.substring(1 + width).strip())).isEqualTo(Long.MIN_VALUE);
    }
  }

  @Test
  void holdsOneKindOfGeometryOnly(@TempDir Path directory) throws Exception {
    FeatureSchema schema = new FeatureSchema("s", List.of(), GeometryType.ANY, Crs.CGCS2000);
    FeatureFileException refused =
        catchThrowableOfType(
            FeatureFileException.class,
            () -> {
              Path file = directory.resolve("s.zip");
              try (FeatureWriter writer = FeatureFiles.create(file, Format.SHAPEFILE, schema)) {
                writer.write(null, List.of());
                writer.write(new WKTReader().read("LINESTRING (0 0, 1 1)"), List.of());
                writer.write(new WKTReader().read("POINT (0 0)"), List.of());
              }
            });
    assertThat(refused.code()).isEqualTo("file.geometry-type");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }
}
