package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.shuangshi.gis.crs.Crs;

class InspectionTest {

  @TempDir static Path directory = Path.of("");

  @Test
  void tellsLayersCountsExtentsColumnsEncodingAndSystem() throws Exception {
    Charset gbk = Charset.forName("GBK");
    List<byte[]> shapes =
        List.of(
            RawShapefile.point(1, 500010, 3450020),
            RawShapefile.nothing(),
            RawShapefile.point(1, 500030, 3450000));
    Map<String, byte[]> parts = new TreeMap<>();
    parts.put("楼.shp", RawShapefile.shp(1, shapes));
    parts.put("楼.prj", new Crs(4549).esriWkt().getBytes(gbk));
    parts.put(
        "楼.dbf",
        RawShapefile.dbf(
            0,
            gbk,
            List.of(
                new RawShapefile.Column("名称", 'C', 20, 0), new RawShapefile.Column("层", 'N', 4, 0)),
            List.of(
                List.of(" ", "上海大厦", "7"),
                List.of(" ", "人民公园", "1.5"),
                List.of(" ", "和平饭店", "9"))));
    parts.put("坏.shp", new byte[200]);
    Path zip = RawShapefile.zip(directory.resolve("two.zip"), parts);

    Inspection inspection = FeatureFiles.inspect(zip, ReadOptions.DEFAULT);

    assertThat(inspection.kind()).isEqualTo(FileKind.SHAPEFILE);
    assertThat(inspection.layers().stream().map(Inspection.Layer::name)).containsExactly("坏", "楼");
    Inspection.Layer broken = inspection.layers().get(0);
    assertThat(broken.failure() == null ? null : broken.failure().code()).isEqualTo("file.broken");
    assertThat(broken.schema()).isNull();
    Inspection.Layer layer = inspection.layers().get(1);
    FeatureSchema schema = layer.schema();
    assertThat(layer.failure()).isNull();
    assertThat(layer.rows()).isEqualTo(3);
    assertThat((Object) layer.extent()).isEqualTo(new Envelope(500010, 500030, 3450000, 3450020));
    assertThat(layer.faults()).isEqualTo(Map.of("row.value", 1L));
    assertThat(layer.places()).hasSize(2);
    assertThat(layer.sample().get(0).values()).isEqualTo(List.of("上海大厦", 7L));
    assertThat(schema == null ? null : schema.crs()).isEqualTo(new Crs(4549));
    assertThat(schema == null ? List.of() : schema.fields())
        .isEqualTo(List.of(new Field("名称", FieldType.TEXT), new Field("层", FieldType.INTEGER)));
    assertThat(layer.notices().stream().map(Notice::code)).containsExactly("encoding.guessed");
  }

  @Test
  void showsTheSampleInTheEncodingThatIsTried() throws Exception {
    Path csv =
        Files.write(directory.resolve("t.csv"), "名称\n上海大厦\n".getBytes(Charset.forName("GBK")));
    Inspection inspection =
        FeatureFiles.inspect(csv, ReadOptions.DEFAULT.withCharset(Charset.forName("Big5")));
    FeatureFileException failure = inspection.layers().get(0).failure();
    String shown =
        failure == null ? String.valueOf(inspection.layers().get(0).sample()) : failure.code();
    assertThat(shown).doesNotContain("上海大厦");
    assertThat(
            FeatureFiles.inspect(csv, ReadOptions.DEFAULT).layers().get(0).sample().get(0).values())
        .isEqualTo(List.of("上海大厦"));
  }

  @Test
  void whatStandsBeforeABreakIsShown() throws Exception {
    Path json =
        Files.writeString(
            directory.resolve("half.csv"), "id,name\n1,a\n2,\"unfinished\n3,c\n" + "x".repeat(10));
    Inspection.Layer layer = FeatureFiles.inspect(json, ReadOptions.DEFAULT).layers().get(0);
    assertThat(layer.rows()).isPositive();
    assertThat((Object) layer.extent()).isNull();
  }
}
