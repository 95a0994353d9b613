package org.shuangshi.registry.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A unit, by its number and what it is called. */
record Place(long id, @Nullable String address, int floor, String room) {

  static Place of(ResultSet row, String prefix) throws SQLException {
    return new Place(
        row.getLong(prefix.isEmpty() ? "unit_id" : prefix + "id"),
        row.getString(prefix + "address"),
        row.getInt(prefix + "floor"),
        String.valueOf(row.getString(prefix + "room")));
  }
}
