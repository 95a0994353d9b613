package org.shuangshi.registry.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Columns;

/** 单元: the entrance that leads to a unit. */
public record EntranceReference(long id, String name) {

  /** Reads entrance_id and entrance_name; null where the building has one door. */
  public static @Nullable EntranceReference of(ResultSet row) throws SQLException {
    Long id = Columns.id(row, "entrance_id");
    return id == null ? null : new EntranceReference(id, row.getString("entrance_name"));
  }
}
