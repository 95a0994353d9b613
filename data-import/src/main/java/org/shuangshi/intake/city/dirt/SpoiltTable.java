package org.shuangshi.intake.city.dirt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.intake.city.dirt.DirtyRow.Expected;

/** The rows of one kind, spoilt one after the other. */
public final class SpoiltTable {
  /** Sound rows between the first faults of a table. */
  private static final int APART = 3;

  /** What a workbook's rows are counted from: its header is row 1. */
  private static final long HEADER = 1;

  /** Addresses that are taken, and lie elsewhere than what they are of. */
  private static final String MOVED = "addresses moved";

  private final String kind;
  private final Map<String, Integer> columns = new HashMap<>();
  private final double share;
  private final Chances chances;
  private final Dirt.Lost lost;
  private final Dirt.Protocol planted;
  private final Dirt.Protocol consequences;
  private final List<Fault> faults;
  private final Queue<Fault> due;
  private final Memory memory;
  private final SortedMap<Long, RawEdit> edits = new TreeMap<>();
  private final Map<String, Integer> saidOnce = new HashMap<>();
  private int soundSince;

  SpoiltTable(
      String kind,
      List<String> names,
      double share,
      Chances chances,
      Dirt.Lost lost,
      Homes homes,
      Dirt.Protocol planted,
      Dirt.Protocol consequences) {
    this.kind = kind;
    for (String name : names) {
      columns.put(name, columns.size());
    }
    this.share = share;
    this.chances = chances;
    this.lost = lost;
    memory = new Memory(homes);
    this.planted = planted;
    this.consequences = consequences;
    faults = Faults.of(kind);
    due = new ArrayDeque<>(faults);
  }

  /**
   * The rows to write in place of this one: it alone as a rule.
   *
   * @param geometry EPSG:4490
   * @param values in the order of the columns, the key first; extra columns may be left out
   */
  public List<DirtyRow> spoil(@Nullable Geometry geometry, @Nullable Object... values) {
    Object[] all = new Object[columns.size()];
    System.arraycopy(values, 0, all, 0, values.length);
    DirtyRow row = new DirtyRow(columns, geometry, all);
    if (followsFromLost(row)) {
      lost.add(kind, name(row));
      return List.of(row);
    }
    if (isLeftByAddress(row) || isBesideAddress(row)) {
      return List.of(row);
    }
    List<DirtyRow> spoilt = plant(row);
    if (spoilt.isEmpty()) {
      soundSince++;
      memory.keep(row);
      memory.homes().keep(kind, row);
      return List.of(row);
    }
    soundSince = 0;
    return spoilt;
  }

  /** Whether a building refers to an address that was moved away from it. */
  private boolean isLeftByAddress(DirtyRow row) {
    if (!kind.equals("buildings") || !lost.has(MOVED, String.valueOf(row.get("address")))) {
      return false;
    }
    row.follows("building.address-far", "地址 " + row.get("address") + " 被移走");
    return true;
  }

  private boolean isBesideAddress(DirtyRow row) {
    return kind.equals("buildings") && AddressFaults.putBeside(row, memory.homes());
  }

  /** What others refer to it by. */
  private String name(DirtyRow row) {
    return kind.equals("grids") ? String.valueOf(row.get("code")) : row.key();
  }

  private boolean followsFromLost(DirtyRow row) {
    for (Faults.Referring each : Faults.referring(kind)) {
      Object named = columns.containsKey(each.column()) ? row.get(each.column()) : null;
      if (named != null && lost.has(each.kind(), named)) {
        row.follows("reference.unknown", each.column() + " 所指的 " + named + " 未被接受");
        return true;
      }
    }
    return false;
  }

  private List<DirtyRow> plant(DirtyRow row) {
    if (soundSince < APART) {
      return List.of();
    }
    // each fault once, those this row cannot have wait for another
    for (int tries = due.size(); tries > 0; tries--) {
      Fault fault = due.remove();
      List<DirtyRow> rows = plant(fault, row);
      if (!rows.isEmpty()) {
        return rows;
      }
      due.add(fault);
    }
    return faults.isEmpty() || !chances.hit(share)
        ? List.of()
        : plant(faults.get(chances.below(faults.size())), row);
  }

  private List<DirtyRow> plant(Fault fault, DirtyRow row) {
    String name = name(row);
    List<DirtyRow> rows = fault.planting().plant(row, memory);
    if (!rows.isEmpty() && !fault.taken()) {
      lost.add(kind, name);
    }
    if (!rows.isEmpty() && kind.equals("addresses") && fault.code().equals("region.outside")) {
      lost.add(MOVED, name);
    }
    return rows;
  }

  /**
   * Says where a row went.
   *
   * @param file its name
   * @param number of the row among those written to the file, from 1
   * @param headed whether the file counts its header as its first row
   */
  public void written(DirtyRow row, String file, long number, boolean headed) throws IOException {
    RawEdit raw = row.raw();
    if (raw != null) {
      edits.put(number, raw);
    }
    long counted = headed ? number + HEADER : number;
    for (Expected each : row.expected()) {
      if (each.once() && saidOnce.merge(file + each.code() + each.what(), 1, Integer::sum) > 1) {
        continue;
      }
      (each.consequence() ? consequences : planted)
          .add(file, each.ofFile() ? 0 : counted, row.key(), each.code(), each.what());
    }
  }

  /** Puts into a finished file what its writer could not write. */
  public void finish(Path file) throws IOException {
    if (!edits.isEmpty()) {
      RawEdits.apply(file, edits);
      edits.clear();
    }
  }
}
