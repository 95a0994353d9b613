package org.shuangshi.intake.city.dirt;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is wrong with where people say they live, where they say it in words and not by a key. */
final class TextFaults {
  private TextFaults() {}

  /** How a room is written; null where it cannot be written so. */
  @FunctionalInterface
  private interface Writing {
    @Nullable String of(Doors.Room room, Doors doors);
  }

  /** Nothing is wrong with it. */
  static Fault official() {
    return instead(true, row -> {}, (room, doors) -> room.text());
  }

  static Fault withoutEstate() {
    return instead(
        true,
        row -> row.expect("address.similar", "现住址没写小区"),
        (room, doors) -> doors.isAloneWithoutEstate(room) ? room.withoutEstate() : null);
  }

  static Fault withMore() {
    return instead(
        true,
        row -> {
          row.expect("address.unread", "现住址后面多写了一句");
          row.expect("address.similar", "现住址后面多写了一句");
        },
        (room, doors) -> room.text() + "老菜场对过");
  }

  static Fault withoutEntrance() {
    return instead(
        false,
        row -> row.expect("address.ambiguous", "现住址没写单元，几个单元都有这一室"),
        (room, doors) -> doors.areSeveralWithoutEntrance(room) ? room.withoutEntrance() : null);
  }

  private static Fault instead(boolean taken, Consumer<DirtyRow> expecting, Writing writing) {
    return new Fault(
        "address",
        taken,
        (row, before) -> {
          Doors.Room room = row.has("unit") ? before.doors().of(row.get("unit")) : null;
          String text = room == null ? null : writing.of(room, before.doors());
          if (text == null) {
            return List.of();
          }
          row.set("unit", null);
          row.set("address", text);
          expecting.accept(row);
          return List.of(row);
        });
  }
}
