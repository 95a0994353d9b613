package org.shuangshi.gis.feature;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The attribute columns of a GeoPackage table (GeoPackage 1.3, table 1: data types). */
final class GeoPackageColumns {

  private GeoPackageColumns() {}

  static List<Field> of(Connection connection, GeoPackageLayer layer) throws SQLException {
    List<Field> fields = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet columns =
            statement.executeQuery(
                "PRAGMA table_info(" + GeoPackageLayer.quoted(layer.table()) + ")")) {
      while (columns.next()) {
        String name = columns.getString("name");
        String declared = columns.getString("type");
        boolean madeUpKey =
            columns.getInt("pk") > 0 && name.toLowerCase(Locale.ROOT).matches("(ogc_)?fid(_\\d+)?");
        FieldType type = type(declared == null ? "" : declared);
        if (!madeUpKey && type != null && !name.equalsIgnoreCase(layer.geometryColumn())) {
          fields.add(new Field(name, type));
        }
      }
    }
    return fields;
  }

  /** Null for bytes. */
  private static @Nullable FieldType type(String declared) {
    String name = declared.toUpperCase(Locale.ROOT).replaceAll("\\(.*", "").strip();
    return switch (name) {
      case "BOOLEAN" -> FieldType.BOOLEAN;
      case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT" -> FieldType.INTEGER;
      case "FLOAT", "DOUBLE", "REAL", "NUMERIC", "DOUBLE PRECISION" -> FieldType.REAL;
      case "DATE" -> FieldType.DATE;
      case "BLOB" -> null;
      default -> FieldType.TEXT;
    };
  }

  /**
   * SQLite keeps any value in any column; what is of the column's type or can be read as it, else
   * null.
   */
  static @Nullable Object value(@Nullable Object stored, FieldType type) {
    if (stored == null || stored instanceof byte[]) {
      return null;
    }
    return switch (type) {
      case TEXT -> stored.toString();
      case REAL -> stored instanceof Number number ? (Object) number.doubleValue() : null;
      case INTEGER -> whole(stored);
      case BOOLEAN -> stored instanceof Number number ? (Object) (number.intValue() != 0) : null;
      case DATE -> date(stored.toString());
    };
  }

  private static @Nullable Object whole(Object stored) {
    if (stored instanceof Double real) {
      return real == Math.rint(real) && Math.abs(real) <= 1L << 53
          ? (Object) real.longValue()
          : null;
    }
    return stored instanceof Number number ? (Object) number.longValue() : null;
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
