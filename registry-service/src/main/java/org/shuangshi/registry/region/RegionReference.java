package org.shuangshi.registry.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Columns;

/** A region that is referred to. */
public record RegionReference(long id, String code, String name) {

  /**
   * Reads {@code prefix_id}, {@code prefix_code}, {@code prefix_name}; null where there is none.
   */
  public static @Nullable RegionReference of(ResultSet row, String prefix) throws SQLException {
    Long id = Columns.id(row, prefix + "_id");
    return id == null
        ? null
        : new RegionReference(id, row.getString(prefix + "_code"), row.getString(prefix + "_name"));
  }
}
