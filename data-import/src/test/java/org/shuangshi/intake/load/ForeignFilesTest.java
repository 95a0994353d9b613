package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKTReader;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.FeatureWriter;
import org.shuangshi.gis.feature.Field;
import org.shuangshi.gis.feature.FieldType;
import org.shuangshi.gis.feature.Format;
import org.shuangshi.gis.feature.GeometryType;
import org.shuangshi.gis.feature.WriteOptions;
import org.shuangshi.intake.database.TestDatabase;

/** Files in the formats that the reading port added go in without a word of their own. */
class ForeignFilesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir Path directory;

  @Test
  void aShapefileInGbkAndMetresGoesInAndItsEncodingIsSaid() throws Exception {
    Path file = directory.resolve("楼.zip");
    FeatureSchema schema =
        new FeatureSchema(
            "楼",
            List.of(new Field("编号", FieldType.TEXT), new Field("名称", FieldType.TEXT)),
            GeometryType.MULTI_POLYGON,
            new Crs(4549));
    try (FeatureWriter writer =
        FeatureFiles.create(file, Format.SHAPEFILE, schema, WriteOptions.GB18030)) {
      writer.write(
          new WKTReader()
              .read(
                  "MULTIPOLYGON (((641000 3457000, 641000 3457020, 641020 3457020, 641000 3457000)))"),
          List.of("1", "上海大厦"));
    }
    Imports imports = new Imports(database, directory).source("gbk");
    ImportSummary summary = imports.file(Kind.BUILDINGS, file);
    assertThat(summary.files().get(0).rejected()).isZero();
    assertThat(Imports.codes(summary)).contains("encoding.guessed 1");
    assertThat(imports.count("building WHERE name = '上海大厦'")).isEqualTo(1);
  }

  @Test
  void aKmzFromAConsumerMapGoesIn() throws Exception {
    Path file = directory.resolve("标注.kmz");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("doc.kml"));
      zip.write(
          ("<?xml version=\"1.0\" encoding=\"GBK\"?><kml><Placemark id=\"k1\"><name>和平饭店</name>"
                  + "<Polygon><outerBoundaryIs><LinearRing><coordinates>121.5,31.2 121.501,31.2"
                  + " 121.501,31.201 121.5,31.2</coordinates></LinearRing></outerBoundaryIs></Polygon>"
                  + "</Placemark></kml>")
              .getBytes(Charset.forName("GBK")));
    }
    Imports imports = new Imports(database, directory).source("kmz");
    ImportSummary summary = imports.file(Kind.BUILDINGS, file);
    assertThat(summary.files().get(0).rejected()).isZero();
    assertThat(imports.count("building WHERE name = '和平饭店'")).isEqualTo(1);
  }
}
