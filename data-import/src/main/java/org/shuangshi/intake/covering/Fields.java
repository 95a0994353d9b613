package org.shuangshi.intake.covering;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;

/**
 * Areas sorted into a grid of fields. A field that no side of an area comes into lies in it or out
 * of it as a whole, so of most places it is known at once which areas cover them.
 *
 * <p>Which field a place is in never decreases with its coordinate, rounded or not: a side comes
 * into no fields but those between its ends, and a field is a rectangle.
 */
final class Fields {
  private static final int NONE = -1;
  private static final int FIELDS_OF_AN_AREA = 48;
  private static final int MOST = 1 << 21;

  private final Envelope extent = new Envelope();
  private double size;
  private int columns;
  private int rows;

  /** The chain of entries of each field. */
  private int[] heads = new int[0];

  private int[] next = new int[1 << 12];

  /** Number of an area, doubled; one more where the field lies in it as a whole. */
  private int[] entries = new int[1 << 12];

  private int count;

  Fields(List<Covering.Dated> areas) {
    for (Covering.Dated area : areas) {
      extent.expandToInclude(area.box());
    }
    if (extent.isNull()) {
      return;
    }
    double fields = Math.min(MOST, (double) areas.size() * FIELDS_OF_AN_AREA);
    double wide = Math.max(extent.getWidth(), 1e-8);
    double high = Math.max(extent.getHeight(), 1e-8);
    // no strip of land makes more fields than there may be
    size = Math.max(Math.sqrt(wide * high / fields), Math.max(wide, high) / fields);
    columns = 1 + (int) (wide / size);
    rows = 1 + (int) (high / size);
    heads = new int[columns * rows];
    Arrays.fill(heads, NONE);
    for (int i = 0; i < areas.size(); i++) {
      add(i, areas.get(i));
    }
  }

  private int column(double x) {
    return Math.min(columns - 1, (int) ((x - extent.getMinX()) / size));
  }

  private int row(double y) {
    return Math.min(rows - 1, (int) ((y - extent.getMinY()) / size));
  }

  private void add(int number, Covering.Dated area) {
    Envelope box = area.box();
    int west = column(box.getMinX());
    int south = row(box.getMinY());
    int across = column(box.getMaxX()) - west + 1;
    int up = row(box.getMaxY()) - south + 1;
    boolean[] met = metBySides(area.shape(), west, south, across, up);
    for (int j = 0; j < up; j++) {
      boolean isIn = false;
      for (int i = 0; i < across; i++) {
        int field = (south + j) * columns + west + i;
        if (met[j * across + i]) {
          put(field, number * 2);
          continue;
        }
        // neighbours that no side comes into lie on the same side of it
        if (i == 0 || met[j * across + i - 1]) {
          isIn = area.covers(middle(west + i, south + j));
        }
        if (isIn) {
          put(field, number * 2 + 1);
        }
      }
    }
  }

  private Coordinate middle(int column, int row) {
    return new Coordinate(
        extent.getMinX() + (column + 0.5) * size, extent.getMinY() + (row + 0.5) * size);
  }

  private boolean[] metBySides(Geometry shape, int west, int south, int across, int up) {
    boolean[] met = new boolean[across * up];
    shape.apply(
        (GeometryComponentFilter)
            part -> {
              if (part instanceof LineString ring) {
                meet(ring.getCoordinateSequence(), met, west, south, across);
              }
            });
    return met;
  }

  private void meet(CoordinateSequence ring, boolean[] met, int west, int south, int across) {
    for (int n = 1; n < ring.size(); n++) {
      int fromColumn = column(Math.min(ring.getX(n - 1), ring.getX(n))) - west;
      int toColumn = column(Math.max(ring.getX(n - 1), ring.getX(n))) - west;
      int fromRow = row(Math.min(ring.getY(n - 1), ring.getY(n))) - south;
      int toRow = row(Math.max(ring.getY(n - 1), ring.getY(n))) - south;
      for (int j = fromRow; j <= toRow; j++) {
        Arrays.fill(met, j * across + fromColumn, j * across + toColumn + 1, true);
      }
    }
  }

  private void put(int field, int entry) {
    if (count == next.length) {
      next = Arrays.copyOf(next, count * 2);
      entries = Arrays.copyOf(entries, count * 2);
    }
    entries[count] = entry;
    next[count] = heads[field];
    heads[field] = count++;
  }

  /** The first entry of the field a place is in; negative: none. */
  int first(double x, double y) {
    return extent.covers(x, y) ? heads[row(y) * columns + column(x)] : NONE;
  }

  int after(int entry) {
    return next[entry];
  }

  int area(int entry) {
    return entries[entry] >> 1;
  }

  /** Whether the area covers all of the field; else it has to be asked. */
  boolean isWhole(int entry) {
    return (entries[entry] & 1) == 1;
  }
}
