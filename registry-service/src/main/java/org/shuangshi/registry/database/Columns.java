package org.shuangshi.registry.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads columns that may be null, and columns that hold one of our words. */
public final class Columns {

  private Columns() {}

  public static @Nullable Long id(ResultSet row, String name) throws SQLException {
    long value = row.getLong(name);
    return row.wasNull() ? null : value;
  }

  public static @Nullable Integer integer(ResultSet row, String name) throws SQLException {
    int value = row.getInt(name);
    return row.wasNull() ? null : value;
  }

  public static @Nullable Double real(ResultSet row, String name) throws SQLException {
    double value = row.getDouble(name);
    return row.wasNull() ? null : value;
  }

  public static @Nullable String text(ResultSet row, String name) throws SQLException {
    return row.getString(name);
  }

  public static <E extends Enum<E>> @Nullable E word(ResultSet row, String name, Class<E> words)
      throws SQLException {
    String value = row.getString(name);
    return value == null ? null : Enum.valueOf(words, value);
  }
}
