package org.shuangshi.gis.feature;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.geometry.Reshape;
import org.sqlite.SQLiteConfig;

/**
 * A GeoPackage 1.3 of one layer with its spatial index. Single geometries become multiples where
 * the layer holds multiples; any other geometry the layer's type does not name is refused.
 */
final class GeoPackageFeatureWriter extends RowWriter {

  private static final int UNDEFINED_CARTESIAN = -1;

  /** A batch saves a call into the library and a check of the connection for each row. */
  private static final int ROWS_HELD = 500;

  private final Connection connection;
  private final String table;
  private final String key;
  private final String geometryColumn;
  private final int srsId;
  private final boolean hasGeometry;
  private final PreparedStatement insert;
  private final GeoPackageGeometry blobs = new GeoPackageGeometry();
  private final GeoPackageIndex index = new GeoPackageIndex();
  private final Envelope extent = new Envelope();
  private long row;

  GeoPackageFeatureWriter(Path file, FeatureSchema schema) throws FeatureFileException {
    super(file, schema);
    hasGeometry = schema.geometryType() != GeometryType.NONE;
    table = tableName(schema.layer());
    Set<String> taken = new HashSet<>();
    List<String> columns = columnNames(taken);
    key = free("fid", taken);
    geometryColumn = free("geom", taken);
    srsId = schema.crs() == null ? UNDEFINED_CARTESIAN : schema.crs().epsg();
    try {
      connection = connect();
      try (Statement statement = connection.createStatement()) {
        create(statement, columns);
      }
      describe();
      insert = connection.prepareStatement(insertion(columns));
    } catch (SQLException e) {
      throw fail(e);
    }
  }

  private Connection connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    // The file has no name and no reader yet; if we fall over it is thrown away.
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    config.setApplicationId(GeoPackageTables.APPLICATION_ID);
    config.setUserVersion(GeoPackageTables.VERSION);
    Connection opened = config.createConnection("jdbc:sqlite:" + part.path());
    opened.setAutoCommit(false);
    return opened;
  }

  /** Prefixes the standard and SQLite keep for themselves cannot start a table's name. */
  private String tableName(String layer) {
    String lower = layer.toLowerCase(Locale.ROOT);
    boolean reserved =
        lower.startsWith("gpkg_") || lower.startsWith("rtree_") || lower.startsWith("sqlite_");
    if (!reserved && !layer.isBlank()) {
      return layer;
    }
    note("layer.renamed", "图层“" + layer + "”在 GeoPackage 中名为“layer_" + layer + "”");
    return "layer_" + layer;
  }

  /** SQLite's column names differ by more than case; the later of two gets a number. */
  private List<String> columnNames(Set<String> taken) {
    List<String> columns = new ArrayList<>();
    for (Field field : schema.fields()) {
      String name = free(field.name(), taken);
      if (!name.equals(field.name())) {
        note("field.renamed", "字段“" + field.name() + "”在 GeoPackage 中名为“" + name + "”");
      }
      columns.add(name);
    }
    return columns;
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int n = 1; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
      name = wanted + "_" + n;
    }
    return name;
  }

  private void create(Statement statement, List<String> columns) throws SQLException {
    for (String sql : GeoPackageTables.BASE) {
      statement.execute(sql);
    }
    List<String> definitions = new ArrayList<>();
    definitions.add(key + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
    if (hasGeometry) {
      definitions.add(geometryColumn + " " + typeName());
    }
    for (int i = 0; i < columns.size(); i++) {
      definitions.add(GeoPackageLayer.quoted(columns.get(i)) + " " + schema.fields().get(i).type());
    }
    statement.execute(
        definitions.stream()
            .collect(
                Collectors.joining(
                    ", ", "CREATE TABLE " + GeoPackageLayer.quoted(table) + " (", ")")));
  }

  private String typeName() {
    return switch (schema.geometryType()) {
      case POINT -> "POINT";
      case LINE -> "LINESTRING";
      case POLYGON -> "POLYGON";
      case MULTI_POINT -> "MULTIPOINT";
      case MULTI_LINE -> "MULTILINESTRING";
      case MULTI_POLYGON -> "MULTIPOLYGON";
      case ANY, NONE -> "GEOMETRY";
    };
  }

  /** The rows about the layer in the standard's own tables. */
  private void describe() throws SQLException, FeatureFileException {
    srs(Crs.WGS84);
    if (schema.crs() != null && !schema.crs().equals(Crs.WGS84)) {
      srs(schema.crs());
    }
    update(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, ?, ?, ?)",
        table,
        hasGeometry ? "features" : "attributes",
        table,
        hasGeometry ? srsId : null);
    if (hasGeometry) {
      update(
          "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
          table,
          geometryColumn,
          typeName(),
          srsId);
    }
  }

  private void srs(Crs crs) throws SQLException, FeatureFileException {
    try {
      update(
          "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
          crs.label(),
          crs.epsg(),
          crs.epsg(),
          crs.wkt());
    } catch (CrsException e) {
      throw fail(FeatureFileException.of(e));
    }
  }

  private void update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private String insertion(List<String> columns) {
    List<String> names = new ArrayList<>();
    names.add(key);
    if (hasGeometry) {
      names.add(geometryColumn);
    }
    columns.forEach(column -> names.add(GeoPackageLayer.quoted(column)));
    return "INSERT INTO "
        + GeoPackageLayer.quoted(table)
        + " ("
        + String.join(", ", names)
        + ") VALUES ("
        + names.stream().map(name -> "?").collect(Collectors.joining(", "))
        + ")";
  }

  @Override
  void row(@Nullable Geometry geometry, List<? extends @Nullable Object> values)
      throws IOException {
    try {
      add(geometry, values);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private void add(@Nullable Geometry geometry, List<? extends @Nullable Object> values)
      throws SQLException, FeatureFileException {
    row++;
    insert.setLong(1, row);
    int column = 2;
    if (hasGeometry) {
      if (geometry == null) {
        insert.setNull(column, Types.BLOB);
      } else {
        Geometry fitting = fitting(geometry);
        insert.setBytes(column, blobs.write(fitting, srsId));
        if (!fitting.isEmpty()) {
          Envelope box = fitting.getEnvelopeInternal();
          index.add(row, box);
          extent.expandToInclude(box);
        }
      }
      column++;
    }
    for (Object value : values) {
      if (value instanceof LocalDate date) {
        insert.setString(column, date.toString());
      } else {
        insert.setObject(column, value);
      }
      column++;
    }
    insert.addBatch();
    if (row % ROWS_HELD == 0) {
      insert.executeBatch();
    }
  }

  private Geometry fitting(Geometry geometry) throws FeatureFileException {
    GeometryType type = schema.geometryType();
    if (type == GeometryType.ANY) {
      return geometry;
    }
    Geometry fitting = type.part() == type ? geometry : Reshape.toMulti(geometry);
    if (GeometryType.ofName(fitting.getGeometryType()) != type) {
      throw new FeatureFileException(
          "file.geometry-type", "第 " + row + " 行的几何类型 " + geometry.getGeometryType() + " 与图层类型不符");
    }
    return fitting;
  }

  @Override
  void finish() throws IOException {
    try (connection) {
      insert.executeBatch();
      insert.close();
      if (hasGeometry) {
        finishGeometry();
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private void finishGeometry() throws SQLException {
    if (!extent.isNull()) {
      update(
          "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?",
          extent.getMinX(),
          extent.getMinY(),
          extent.getMaxX(),
          extent.getMaxY());
    }
    index.write(connection, "rtree_" + table + "_" + geometryColumn);
    update(
        "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index',"
            + " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
        table,
        geometryColumn);
    try (Statement statement = connection.createStatement()) {
      for (String trigger : GeoPackageTables.rtreeTriggers(table, geometryColumn, key)) {
        statement.execute(trigger);
      }
    }
  }

  @Override
  void release() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
