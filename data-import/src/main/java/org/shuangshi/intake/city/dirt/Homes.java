package org.shuangshi.intake.city.dirt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sound addresses and what has them, so that a row can say by a text what the city says by a key. A
 * city is written building by building: the newest are all that is referred to.
 */
final class Homes {
  private static final int ROWS = 2000;
  private static final int TEXTS = 20_000;

  private final Map<String, DirtyRow> rows = newest(ROWS);
  private final Map<String, String> shortened = newest(TEXTS);
  private final Set<String> said = new HashSet<>();
  private final Set<String> shared = new HashSet<>();
  private final Map<String, DirtyRow> besides = new HashMap<>();
  private final List<DirtyRow> late = new ArrayList<>();

  private static <T> Map<String, T> newest(int most) {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > most;
      }
    };
  }

  /** Takes notice of a row that is written as it is. */
  void keep(String kind, DirtyRow row) {
    switch (kind) {
      case "addresses" -> {
        rows.put(row.key(), row);
        for (String text : Texts.tooShort(row)) {
          shortened.putIfAbsent(text, row.key());
        }
      }
      case "buildings", "units" -> rows.put(row.key(), row);
      default -> {
        // nothing is said to be in it
      }
    }
  }

  /** The address a key leads to, itself or over what has it; null: it is not known to be sound. */
  @Nullable DirtyRow address(@Nullable Object key) {
    DirtyRow row = rows.get(String.valueOf(key));
    return row != null && row.knows("address") ? rows.get(String.valueOf(row.get("address"))) : row;
  }

  /** A text too short to mean this address alone; null where no other is known to fit. */
  @Nullable String tooShort(DirtyRow address) {
    for (String text : Texts.tooShort(address)) {
      if (!address.key().equals(shortened.getOrDefault(text, address.key()))) {
        return text;
      }
    }
    return null;
  }

  /** Whether a text may mean this address: from then on nothing else may be at it. */
  boolean say(DirtyRow address) {
    return !shared.contains(address.key())
        && (said.contains(address.key()) || said.add(address.key()));
  }

  /** Whether something else may be at this address: from then on no text may mean it. */
  boolean share(@Nullable Object address) {
    String key = String.valueOf(address);
    return !said.contains(key) && (shared.contains(key) || shared.add(key));
  }

  /** An address whose building is to be drawn beside it. */
  void putBeside(DirtyRow address) {
    besides.put(address.key(), address);
  }

  int besides() {
    return besides.size();
  }

  @Nullable DirtyRow beside(@Nullable Object address) {
    return besides.get(String.valueOf(address));
  }

  /** Addresses that come when all else is there. */
  List<DirtyRow> late() {
    return late;
  }
}
