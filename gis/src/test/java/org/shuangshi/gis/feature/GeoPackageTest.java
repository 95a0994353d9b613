package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;
import org.shuangshi.gis.crs.Crs;
import org.sqlite.Function;

class GeoPackageTest {

  @TempDir static Path directory = Path.of("");

  private static List<String> query(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> result = new ArrayList<>();
      while (rows.next()) {
        result.add(String.valueOf(rows.getString(1)));
      }
      return result;
    }
  }

  private static void execute(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** They call functions that a bare connection has not. */
  private static void dropTriggers(Path file) throws SQLException {
    for (String name : query(file, "SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
      execute(file, "DROP TRIGGER " + name);
    }
  }

  private static Path points(int count, Random random) throws Exception {
    Path file = directory.resolve("points" + count + ".gpkg");
    FeatureSchema schema = new FeatureSchema("p", List.of(), GeometryType.POINT, Crs.CGCS2000);
    GeometryFactory factory = new GeometryFactory();
    try (FeatureWriter writer = FeatureFiles.create(file, Format.GEOPACKAGE, schema)) {
      for (int i = 0; i < count; i++) {
        Coordinate at = new Coordinate(121 + random.nextDouble(), 31 + random.nextDouble());
        writer.write(factory.createPoint(at), List.of());
      }
    }
    return file;
  }

  /** Around the 51 cells of a node, its square and beyond. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 51, 52, 2601, 2602, 20_000})
  void theIndexIsWholeAndFindsWhatAScanFinds(int count) throws Exception {
    Path file = points(count, new Random(7));
    assertThat(query(file, "SELECT rtreecheck('rtree_p_geom')")).containsExactly("ok");
    assertThat(query(file, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(query(file, "PRAGMA foreign_key_check")).isEmpty();
    assertThat(query(file, "SELECT count(*) FROM rtree_p_geom"))
        .containsExactly(String.valueOf(count));

    Envelope window = new Envelope(121.4, 121.45, 31.4, 31.45);
    List<String> byScan = new ArrayList<>();
    for (Feature row : Reading.of(file).rows()) {
      Geometry at = row.geometry();
      if (at != null && window.contains(at.getCoordinate())) {
        byScan.add(String.valueOf(row.row()));
      }
    }
    String sql =
        "SELECT id FROM rtree_p_geom WHERE minx >= 121.4 AND maxx <= 121.45 AND miny >= 31.4"
            + " AND maxy <= 31.45 ORDER BY id";
    // Floats round outwards: a point within a hundred-thousandth of the window's edge may differ.
    assertThat(query(file, sql)).hasSizeBetween(byScan.size() - 2, byScan.size());
    assertThat(byScan).containsAll(query(file, sql));
  }

  @Test
  void theTriggersKeepTheIndexWhenRowsAreEdited() throws Exception {
    Path file = points(100, new Random(1));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      for (String side : List.of("MinX", "MaxX", "MinY", "MaxY")) {
        Function.create(connection, "ST_" + side, new Side(side));
      }
      Function.create(
          connection,
          "ST_IsEmpty",
          new Function() {
            @Override
            protected void xFunc() throws SQLException {
              result((value_blob(0)[3] & 0x10) != 0 ? 1 : 0);
            }
          });
      try (Statement statement = connection.createStatement()) {
        statement.execute("UPDATE p SET geom = (SELECT geom FROM p WHERE fid = 2) WHERE fid = 1");
        statement.execute("UPDATE p SET geom = NULL WHERE fid = 3");
        statement.execute("UPDATE p SET geom = (SELECT geom FROM p WHERE fid = 2) WHERE fid = 3");
        statement.execute("UPDATE p SET geom = NULL WHERE fid = 4");
        statement.execute("UPDATE p SET fid = 500 WHERE fid = 5");
        statement.execute("DELETE FROM p WHERE fid BETWEEN 10 AND 90");
        statement.execute("INSERT INTO p (geom) SELECT geom FROM p");
      }
    }
    assertThat(query(file, "SELECT rtreecheck('rtree_p_geom')")).containsExactly("ok");
    assertThat(query(file, "SELECT id FROM rtree_p_geom ORDER BY id"))
        .isEqualTo(query(file, "SELECT fid FROM p WHERE geom NOT NULL ORDER BY fid"));
  }

  /** A side of the box of a point's blob: header of 8 bytes, WKB of 5, then x and y. */
  private static final class Side extends Function {
    private final String side;

    Side(String side) {
      this.side = side;
    }

    @Override
    protected void xFunc() throws SQLException {
      ByteBuffer blob = ByteBuffer.wrap(value_blob(0)).order(ByteOrder.LITTLE_ENDIAN);
      result(blob.getDouble(side.endsWith("X") ? 13 : 21));
    }
  }

  @Test
  void severalLayersAreListedAndOneIsChosenByName() throws Exception {
    Path file = points(3, new Random(1));
    execute(
        file,
        "CREATE TABLE \"备注\" (fid INTEGER PRIMARY KEY, note TEXT, picture BLOB)",
        "INSERT INTO \"备注\" VALUES (1, '甲', x'00')",
        "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('备注', 'attributes')");
    FeatureFileException refused =
        catchThrowableOfType(FeatureFileException.class, () -> Reading.of(file));
    assertThat(refused.code()).isEqualTo("file.layer-ambiguous");
    assertThat(refused.getMessage()).contains("“p”、“备注”");
    Reading notes = Reading.of(file, "备注");
    assertThat(notes.schema().fields()).containsExactly(new Field("note", FieldType.TEXT));
    assertThat(notes.schema().geometryType()).isEqualTo(GeometryType.NONE);
    assertThat(notes.cell(0, "note")).isEqualTo("甲");
  }

  @Test
  void aValueThatIsNotOfItsColumnsTypeIsTheRowsFault() throws Exception {
    Path file = points(2, new Random(1));
    dropTriggers(file);
    execute(
        file,
        "ALTER TABLE p ADD COLUMN floors INTEGER",
        "ALTER TABLE p ADD COLUMN built DATE",
        "UPDATE p SET floors = 'sechs', built = '1999-08-01' WHERE fid = 1",
        "UPDATE p SET floors = 6.0, built = '1999/8/1' WHERE fid = 2");
    Reading read = Reading.of(file);
    assertThat(String.valueOf(read.rows().get(0).fault())).contains("row.value", "sechs");
    assertThat(read.cell(1, "floors")).isEqualTo(6L);
    assertThat(String.valueOf(read.rows().get(1).fault())).contains("row.value", "1999/8/1");
  }

  @Test
  void aBlobThatIsNoGeometryIsTheRowsFault() throws Exception {
    Path file = points(2, new Random(1));
    dropTriggers(file);
    execute(file, "UPDATE p SET geom = x'4750' WHERE fid = 1");
    Reading read = Reading.of(file);
    assertThat(String.valueOf(read.rows().get(0).fault())).contains("geometry.unreadable");
    assertThat(read.rows().get(1).fault()).isNull();
  }

  @Test
  void reservedAndEqualNamesAreRenamedAndReported() throws Exception {
    Path file = directory.resolve("names.gpkg");
    FeatureSchema schema =
        new FeatureSchema(
            "gpkg_x",
            List.of(
                new Field("fid", FieldType.TEXT),
                new Field("geom", FieldType.TEXT),
                new Field("Name", FieldType.TEXT),
                new Field("name", FieldType.TEXT),
                new Field("a \"quoted\" one", FieldType.TEXT)),
            GeometryType.POINT,
            new Crs(4549));
    FeatureWriter writer = FeatureFiles.create(file, Format.GEOPACKAGE, schema);
    try (writer) {
      writer.write(new WKTReader().read("POINT (1 2)"), List.of("a", "b", "c", "d", "e"));
    }
    assertThat(writer.notices().stream().map(Notice::code))
        .containsExactly("layer.renamed", "field.renamed");
    Reading read = Reading.of(file);
    assertThat(read.schema().crs()).isEqualTo(new Crs(4549));
    assertThat(read.schema().fields().stream().map(Field::name))
        .endsWith("geom", "Name", "name_1", "a \"quoted\" one");
    assertThat(read.rows().get(0).values()).endsWith("b", "c", "d", "e");
  }

  @Test
  void refusesAGeometryOfAnotherTypeAndLeavesNoFile() throws Exception {
    Path file = directory.resolve("types.gpkg");
    FeatureSchema schema =
        new FeatureSchema("t", List.of(), GeometryType.MULTI_POLYGON, Crs.CGCS2000);
    FeatureFileException refused =
        catchThrowableOfType(
            FeatureFileException.class,
            () -> {
              try (FeatureWriter writer = FeatureFiles.create(file, Format.GEOPACKAGE, schema)) {
                writer.write(new WKTReader().read("POLYGON ((0 0, 1 0, 1 1, 0 0))"), List.of());
                writer.write(new WKTReader().read("POINT (1 2)"), List.of());
              }
            });
    assertThat(refused.code()).isEqualTo("file.geometry-type");
    assertThat(Files.exists(file)).isFalse();
  }
}
