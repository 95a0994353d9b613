package org.shuangshi.intake.city.dirt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that say by the text of an address what they are in, where the city says it by a key: some
 * as they should, of which nothing is to be said.
 */
final class TextFaults {
  private static final String SIMILAR = "address.similar";
  private static final String UNREAD = "address.unread";
  private static final String AMBIGUOUS = "address.ambiguous";

  /** What is written of an address; null where nothing of the sort can be. */
  @FunctionalInterface
  private interface Wording {
    @Nullable String of(DirtyRow address, Homes homes);
  }

  private final String key;
  private final String column;

  private TextFaults(String key, String column) {
    this.key = key;
    this.column = column;
  }

  /**
   * Of a column of texts.
   *
   * @param key the column of keys it stands for
   * @param kept whether a row whose text leads nowhere is taken without that key
   */
  static List<Fault> of(String key, String column, boolean kept) {
    TextFaults faults = new TextFaults(key, column);
    return List.of(
        faults.fault(true, "标准地址", (address, homes) -> Texts.official(address)),
        faults.fault(true, "别样写法的地址", (address, homes) -> Texts.otherwise(address)),
        faults.fault(true, "没有区划的地址", (address, homes) -> Texts.local(address), SIMILAR),
        faults.fault(true, "从小区说起的地址", (address, homes) -> Texts.fromEstate(address), SIMILAR),
        faults.fault(true, "没有小区的地址", (address, homes) -> Texts.withoutEstate(address), SIMILAR),
        faults.fault(
            true,
            "后面带话的地址",
            (address, homes) -> Texts.official(address) + "（老菜场对过）",
            SIMILAR,
            UNREAD),
        faults.fault(
            kept,
            "后面另有号码的地址",
            (address, homes) -> Texts.official(address) + "（旧7788号）",
            AMBIGUOUS,
            UNREAD),
        faults.fault(kept, "不止一处的地址", (address, homes) -> homes.tooShort(address), AMBIGUOUS),
        faults.fault(
            kept, "没有这一室的地址", (address, homes) -> Texts.noRoom(address), "address.unmatched"));
  }

  private Fault fault(boolean taken, String what, Wording wording, String... codes) {
    return new Fault(
        codes.length == 0 ? Fault.NOTHING : codes[0],
        taken,
        (row, before) -> {
          Homes homes = before.homes();
          // who has moved out lived there on days of which the register may know nothing
          boolean suits = row.has(key) && !(row.knows("moved_out") && row.has("moved_out"));
          DirtyRow address = suits ? homes.address(row.get(key)) : null;
          String text = address == null ? null : wording.of(address, homes);
          if (address == null || text == null || !homes.say(address)) {
            return List.of();
          }
          row.set(key, null);
          row.set(column, text);
          for (String code : codes) {
            row.expect(code, key + " 换成" + what);
          }
          return List.of(row);
        });
  }
}
