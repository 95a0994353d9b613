package org.shuangshi.intake.load;

import java.util.Objects;
import org.shuangshi.gis.address.Component;
import org.shuangshi.gis.address.Writing;

/** Entrances are written one way, so that 三单元 and 3单元 are one stair; room numbers without 室. */
final class UnitRow implements RowRule {

  @Override
  public void apply(Row row) {
    TextLinks.require(Kind.UNITS, row);
    if (Objects.equals(row.get("floor"), 0L)) {
      row.reject("value.range", "没有 0 层：地面层是 1，地下一层是 -1");
    }
    String entrance = row.text("entrance");
    row.set("entrance", entrance == null ? null : Writing.of(Component.ENTRANCE, entrance));
    String room = row.text("room");
    if (room != null && room.endsWith("室") && room.length() > 1) {
      row.set("room", room.substring(0, room.length() - 1));
    }
    if (row.get("use") == null) {
      row.set("use", "DWELLING");
    }
    if ((row.get("entrance_lon") == null) != (row.get("entrance_lat") == null)) {
      row.warn("entrance.half-place", "单元的经度和纬度只给了一个，没有采用");
      row.set("entrance_lon", null);
      row.set("entrance_lat", null);
    }
  }
}
