package org.shuangshi.intake.regrid;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.shuangshi.intake.covering.Covering;

/**
 * Where things lie, by days: rows (thing, from, to, community, grid) of millions of things in plain
 * arrays. The rows of a thing are a chain.
 */
final class Stays {
  private static final int FEWEST = 1 << 16;

  private long[] thing = new long[FEWEST];
  private int[] from = new int[FEWEST];
  private int[] to = new int[FEWEST];
  private long[] community = new long[FEWEST];
  private long[] grid = new long[FEWEST];
  private boolean[] first = new boolean[FEWEST];
  private int[] next = new int[FEWEST];
  private int rows;

  private final Heads heads = new Heads();

  int things() {
    return heads.things();
  }

  /** A version of a building, cut where grids that cover it come and go. */
  void add(BinaryRows.Row row, Covering grids) {
    long id = row.wide();
    int since = row.day();
    int until = row.day();
    long in = row.wideOrNone();
    row.point();
    double x = row.ordinate();
    double y = row.ordinate();
    Covering.Dated only = grids.only(x, y, since, until);
    if (only != null) {
      put(id, since, until, in, only.id(), false);
      return;
    }
    List<Covering.Dated> covering = grids.of(x, y, since, until);
    if (covering.isEmpty()) {
      put(id, since, until, in, 0, false);
      return;
    }
    TreeSet<Integer> days = new TreeSet<>(List.of(since));
    for (Covering.Dated each : covering) {
      if (each.from() > since) {
        days.add(each.from());
      }
      if (each.to() < until) {
        days.add(each.to());
      }
    }
    for (int day : days) {
      Integer end = days.higher(day);
      long smallest = 0;
      for (Covering.Dated each : covering) {
        if (each.from() <= day && day < each.to() && (smallest == 0 || each.id() < smallest)) {
          smallest = each.id();
        }
      }
      put(id, day, end == null ? until : end, in, smallest, false);
    }
  }

  /** A stored link. */
  void addLink(BinaryRows.Row row) {
    put(row.wide(), row.day(), row.day(), row.wideOrNone(), row.wideOrNone(), !row.isThere());
  }

  private void put(long id, int since, int until, long in, long at, boolean isFirst) {
    if (rows == thing.length) {
      grow();
    }
    thing[rows] = id;
    from[rows] = since;
    to[rows] = until;
    community[rows] = in;
    grid[rows] = at;
    first[rows] = isFirst;
    next[rows] = heads.put(id, rows);
    rows++;
  }

  private void grow() {
    int size = thing.length * 2;
    thing = Arrays.copyOf(thing, size);
    from = Arrays.copyOf(from, size);
    to = Arrays.copyOf(to, size);
    community = Arrays.copyOf(community, size);
    grid = Arrays.copyOf(grid, size);
    first = Arrays.copyOf(first, size);
    next = Arrays.copyOf(next, size);
  }

  /** Things whose rows are not those of the links, and things that only the links know; sorted. */
  long[] differing(Stays links) {
    long[] found = new long[16];
    int count = 0;
    for (int turn = 0; turn < 2; turn++) {
      Stays these = turn == 0 ? this : links;
      for (int row = 0; row < these.rows; row++) {
        long id = these.thing[row];
        boolean isHead = these.heads.of(id) == row;
        if (isHead && (turn == 0 ? !sameAs(links, id) : heads.of(id) == Heads.NONE)) {
          if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
          }
          found[count++] = id;
        }
      }
    }
    long[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private boolean sameAs(Stays links, long id) {
    int count = 0;
    int earliest = BinaryRows.NO_END;
    for (int row = heads.of(id); row != Heads.NONE; row = next[row]) {
      earliest = Math.min(earliest, from[row]);
      count++;
    }
    int known = 0;
    for (int link = links.heads.of(id); link != Heads.NONE; link = links.next[link]) {
      known++;
      if (links.first[link] != (links.from[link] == earliest) || !has(links, link, id)) {
        return false;
      }
    }
    return known == count;
  }

  private boolean has(Stays links, int link, long id) {
    for (int row = heads.of(id); row != Heads.NONE; row = next[row]) {
      if (from[row] == links.from[link]
          && to[row] == links.to[link]
          && community[row] == links.community[link]
          && grid[row] == links.grid[link]) {
        return true;
      }
    }
    return false;
  }
}
