package org.shuangshi.gis.feature;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where each record of a .shp begins, from the .shx beside it. */
final class ShapeIndex {

  private static final int HEADER_BYTES = 100;
  private static final int ENTRY_BYTES = 8;

  /** In 16-bit words from the start of the .shp. */
  private final int[] offsets;

  private final boolean ascending;

  private ShapeIndex(int[] offsets, boolean ascending) {
    this.offsets = offsets;
    this.ascending = ascending;
  }

  /** Null where the index is none: shorter than it says, or pointing beyond the shapes. */
  static @Nullable ShapeIndex read(Member shx, long shpBytes) throws IOException {
    try (ByteFeed feed = new ByteFeed(shx.open())) {
      if (!feed.has(HEADER_BYTES)) {
        return null;
      }
      long declared = 2L * Integer.reverseBytes(feed.bytes().getInt(feed.at() + 24));
      long entries = (declared - HEADER_BYTES) / ENTRY_BYTES;
      if (declared < HEADER_BYTES || declared > shx.size() || entries > Integer.MAX_VALUE / 4) {
        return null;
      }
      feed.skip(HEADER_BYTES);
      int[] offsets = new int[(int) entries];
      boolean ascending = true;
      for (int i = 0; i < offsets.length; i++) {
        if (!feed.has(ENTRY_BYTES)) {
          return null;
        }
        offsets[i] = Integer.reverseBytes(feed.bytes().getInt(feed.at()));
        feed.skip(ENTRY_BYTES);
        long from = 2L * offsets[i];
        if (from < HEADER_BYTES || from + 8 > shpBytes) {
          return null;
        }
        ascending &= i == 0 || offsets[i] > offsets[i - 1];
      }
      return new ShapeIndex(offsets, ascending);
    }
  }

  int count() {
    return offsets.length;
  }

  /** Whether the records lie in the order of the rows, so that one pass meets them. */
  boolean isAscending() {
    return ascending;
  }

  long offset(int record) {
    return 2L * offsets[record];
  }
}
