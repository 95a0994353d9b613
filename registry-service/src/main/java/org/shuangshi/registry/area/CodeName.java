package org.shuangshi.registry.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A region or grid by its code of the day. */
public record CodeName(String code, String name) {

  /** Reads {@code prefix_code} and {@code prefix_name}; null where there is none. */
  public static @Nullable CodeName of(ResultSet row, String prefix) throws SQLException {
    String code = row.getString(prefix + "_code");
    return code == null ? null : new CodeName(code, row.getString(prefix + "_name"));
  }
}
