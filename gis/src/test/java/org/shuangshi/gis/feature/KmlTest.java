package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.crs.Crs;

class KmlTest {

  @TempDir static Path directory = Path.of("");

  private static final String CITY =
      """
      <?xml version="1.0" encoding="ENCODING"?>
      <kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">
      <Document><name>标注</name>
        <Schema name="s"><SimpleField type="int" name="层数"/><SimpleField type="string" name="用途"/></Schema>
        <Style id="red"><LineStyle><width>2</width></LineStyle></Style>
        <Folder><name>一期</name>
          <Folder><name>东区</name>
          <Placemark id="p1"><name>1幢</name><styleUrl>#red</styleUrl>
            <description><![CDATA[<b>六层</b> & 砖混]]></description>
            <ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="层数">6</SimpleData><SimpleData name="用途">住宅</SimpleData></SchemaData></ExtendedData>
            <Polygon><extrude>1</extrude>
              <innerBoundaryIs><LinearRing><coordinates>1,1,0 2,1,0 2,2,0 1,1,0</coordinates></LinearRing></innerBoundaryIs>
              <outerBoundaryIs><LinearRing><coordinates>
                0,0,5 9,0,5 9,9,5
                0,0,5
              </coordinates></LinearRing></outerBoundaryIs>
            </Polygon>
          </Placemark></Folder>
          <Placemark><name>门</name><ExtendedData><Data name="编号"><displayName>No</displayName><value>007</value></Data></ExtendedData>
            <Point><coordinates>121.5,31.2</coordinates></Point></Placemark>
        </Folder>
        <Placemark><TimeSpan><begin>2020-01-01</begin></TimeSpan>
          <MultiGeometry><LineString><coordinates>0,0 1,1</coordinates></LineString>
          <LineString><coordinates>2,2 3,3</coordinates></LineString></MultiGeometry></Placemark>
        <Placemark><name>坏</name><LineString><coordinates>0,0 a,1</coordinates></LineString></Placemark>
        <Placemark><name>轨迹</name><gx:Track><when>2020</when></gx:Track></Placemark>
        <Placemark><name>空</name></Placemark>
        <GroundOverlay><name>底图</name></GroundOverlay>
      </Document></kml>
      """;

  private static @Nullable Object cell(Reading read, int row, String field) {
    return read.cell(row, field);
  }

  @Test
  void readsFoldersDataAndGeometries() throws Exception {
    Path file = Files.writeString(directory.resolve("标注.kml"), CITY.replace("ENCODING", "UTF-8"));
    Reading read = Reading.of(file);
    assertThat(read.schema().layer()).isEqualTo("标注");
    assertThat(read.schema().crs()).isEqualTo(Crs.WGS84);
    assertThat(read.schema().geometryType()).isEqualTo(GeometryType.ANY);
    assertThat(read.schema().fields())
        .contains(new Field("层数", FieldType.INTEGER), new Field("编号", FieldType.TEXT));
    assertThat(read.rows()).hasSize(6);
    assertThat(cell(read, 0, "folder")).isEqualTo("一期/东区");
    assertThat(cell(read, 1, "folder")).isEqualTo("一期");
    assertThat(cell(read, 2, "folder")).isNull();
    assertThat(cell(read, 0, "id")).isEqualTo("p1");
    assertThat(cell(read, 0, "description")).isEqualTo("<b>六层</b> & 砖混");
    assertThat(cell(read, 0, "层数")).isEqualTo(6L);
    assertThat(cell(read, 1, "编号")).isEqualTo("007");
    assertThat(cell(read, 2, "begin")).isEqualTo("2020-01-01");
    assertThat(read.rows().stream().map(r -> Sample.text(r.geometry())).toList())
        .startsWith(
            "POLYGON ((0 0, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 1))",
            "POINT (121.5 31.2)",
            "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))");
    Geometry first = read.rows().get(0).geometry();
    assertThat(first == null ? 0 : first.getCoordinate().getZ()).isEqualTo(5);
    assertThat(read.rows().stream().map(r -> r.fault() == null ? "" : r.fault().code()))
        .containsExactly("", "", "", "geometry.unreadable", "geometry.unsupported", "");
  }

  @Test
  void readsTheOneInsideAKmzAndAnyEncodingItDeclares() throws Exception {
    byte[] gbk = CITY.replace("ENCODING", "GBK").getBytes(Charset.forName("GBK"));
    Path kmz =
        RawShapefile.zip(
            directory.resolve("图.kmz"),
            Map.of("files/other.kml", "<kml/>".getBytes(StandardCharsets.UTF_8), "doc.kml", gbk));
    Reading read = Reading.of(kmz);
    assertThat(read.schema().layer()).isEqualTo("图");
    assertThat(cell(read, 0, "用途")).isEqualTo("住宅");
    assertThat(FeatureFiles.kind(kmz)).isEqualTo(FileKind.KML);
  }

  @Test
  void namesAFileCutShort() throws Exception {
    String city = CITY.replace("ENCODING", "UTF-8");
    for (int length : List.of(city.length() / 2, city.length() - 20)) {
      Path file = Files.writeString(directory.resolve("half.kml"), city.substring(0, length));
      FeatureFileException refused =
          catchThrowableOfType(FeatureFileException.class, () -> Reading.of(file));
      assertThat(refused.code()).isEqualTo("file.truncated");
    }
  }
}
