package org.shuangshi.gis.feature;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;

/**
 * One table of a GeoPackage with features or plain rows.
 *
 * @param geometryColumn null for a table without geometry
 */
record GeoPackageLayer(
    String table, @Nullable String geometryColumn, GeometryType geometryType, @Nullable Crs crs) {

  private static final String TABLES =
      "SELECT name FROM sqlite_master WHERE name IN"
          + " ('gpkg_contents', 'gpkg_geometry_columns', 'gpkg_spatial_ref_sys')";

  private static final String LAYERS =
      """
      SELECT c.table_name, g.column_name, g.geometry_type_name, s.organization,
             s.organization_coordsys_id, s.definition
        FROM gpkg_contents c
        LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
        LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
       WHERE c.data_type IN ('features', 'attributes', 'aspatial')
       ORDER BY c.rowid""";

  private static final String LAYERS_WITHOUT_GEOMETRY =
      """
      SELECT c.table_name, NULL, NULL, NULL, NULL, NULL
        FROM gpkg_contents c
       WHERE c.data_type IN ('features', 'attributes', 'aspatial')
       ORDER BY c.rowid""";

  /** All of them in the order of the contents table; null where this is no GeoPackage. */
  static @Nullable List<GeoPackageLayer> list(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Set<String> tables = new HashSet<>();
      try (ResultSet rows = statement.executeQuery(TABLES)) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      if (!tables.contains("gpkg_contents")) {
        return null;
      }
      List<GeoPackageLayer> layers = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(tables.size() == 3 ? LAYERS : LAYERS_WITHOUT_GEOMETRY)) {
        while (rows.next()) {
          layers.add(read(rows));
        }
      }
      return layers;
    }
  }

  private static GeoPackageLayer read(ResultSet rows) throws SQLException {
    String geometryColumn = rows.getString(2);
    String type = rows.getString(3);
    return new GeoPackageLayer(
        rows.getString(1),
        geometryColumn,
        geometryColumn == null || type == null ? GeometryType.NONE : GeometryType.ofName(type),
        crs(rows.getString(4), rows.getInt(5), rows.getString(6)));
  }

  /** The system; null for the undefined ones and for definitions that are none of ours. */
  private static @Nullable Crs crs(
      @Nullable String organization, int code, @Nullable String definition) {
    if (organization != null && organization.toUpperCase(Locale.ROOT).equals("EPSG") && code > 0) {
      return new Crs(code);
    }
    try {
      return definition == null ? null : Crs.ofWkt(definition);
    } catch (CrsException e) {
      return null;
    }
  }

  /** A name as SQLite takes it literally. */
  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
