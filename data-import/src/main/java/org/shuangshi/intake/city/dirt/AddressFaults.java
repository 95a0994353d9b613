package org.shuangshi.intake.city.dirt;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Addresses that are all text, and those whose text and place say different things. */
final class AddressFaults {
  /** Numbers no building of an estate has. */
  private static final int NUMBERS_BESIDE = 9000;

  private static final String OTHER_NUMBER = "8001幢";

  private AddressFaults() {}

  static final List<Fault> ADDRESSES =
      List.of(
          numberedAnew(),
          allText(true, "", ""),
          allText(true, "（老菜场对过）", "写成文本并带话", "address.unread", "address.text-differs"),
          allText(false, "（旧7788号）", "写成文本并另有号码", "address.unread"));

  /** A number of its own around here, so that what is drawn beside it can mean no other. */
  private static Fault numberedAnew() {
    return new Fault(
        Fault.NOTHING,
        true,
        (row, before) -> {
          if (!isOfBuilding(row)) {
            return List.of();
          }
          row.set("building", NUMBERS_BESIDE + before.homes().besides() + "幢");
          before.homes().putBeside(row);
          return List.of(row);
        });
  }

  /** Draws a building beside its address and says nothing of that but the number. */
  static boolean putBeside(DirtyRow building, Homes homes) {
    DirtyRow address = homes.beside(building.get("address"));
    Geometry at = address == null ? null : address.geometry();
    if (address == null || at == null) {
      return false;
    }
    building.set("name", address.get("building"));
    building.set("address", null);
    building.shape(Shapes.southOf(at));
    building.expect("building.address-near", "不写地址，画在地址旁边");
    return true;
  }

  /** An address of another number in the same building, and a side door; both come late. */
  static Fault otherBuilding() {
    return new Fault(
        Fault.NOTHING,
        true,
        (row, before) -> {
          DirtyRow address = before.homes().address(row.get("address"));
          if (address == null || !isOfBuilding(address) || !covers(row, address)) {
            return List.of();
          }
          DirtyRow other = address.copyAs(address.key() + "X");
          other.set("building", OTHER_NUMBER);
          other.expect("address.other-building", "幢号改成 " + OTHER_NUMBER);
          DirtyRow sideDoor = address.copyAs(address.key() + "Y");
          sideDoor.set("door_suffix", "附901号");
          before.homes().late().addAll(List.of(other, sideDoor));
          return List.of(row);
        });
  }

  private static boolean isOfBuilding(DirtyRow address) {
    return address.has("estate")
        && address.has("building")
        && !address.has("floor")
        && !address.has("room");
  }

  private static boolean covers(DirtyRow building, DirtyRow address) {
    Geometry footprint = building.geometry();
    Geometry at = address.geometry();
    return footprint != null && at != null && footprint.covers(at);
  }

  /** Of roads that are called so: a reader without a list knows them. */
  private static Fault allText(boolean taken, String more, String what, String... codes) {
    return new Fault(
        codes.length == 0 ? Fault.NOTHING : codes[0],
        taken,
        (row, before) -> {
          if (!String.valueOf(row.get("road")).endsWith("路")) {
            return List.of();
          }
          String text = Texts.official(row) + more;
          row.clear("province", "room");
          row.set("text", text);
          for (String code : codes) {
            row.expect(code, what);
          }
          return List.of(row);
        });
  }
}
