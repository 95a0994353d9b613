package org.shuangshi.intake.coordinate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.feature.ReadOptions;

/**
 * Places of a file in clusters: what lies together is compared with one window of the register, and
 * a city is not read for it.
 *
 * <p>Cells of half a kilometre are kept by their hash, the lowest first, so that they are from all
 * over the file in whatever order it is, the same each time. Only the first {@value #MOST_ROWS}
 * rows are looked at.
 *
 * @param clusters places in the file's own numbers, some hundred in all, near ones together
 */
record FileSample(List<List<Coordinate>> clusters) {

  static final int MOST_ROWS = 200_000;

  /** More tell nothing more: the doctor asks five hundred. */
  private static final int MOST_PLACES = 1500;

  private static final int MOST_IN_CELL = 100;

  /** Where numbers could be degrees. */
  private static final double MOST_DEGREES = 180;

  private static final double CELL_DEGREES = 0.005;
  private static final double CELL_METRES = 500;

  FileSample {
    clusters = clusters.stream().map(List::copyOf).toList();
  }

  List<Coordinate> places() {
    return clusters.stream().flatMap(List::stream).toList();
  }

  static FileSample of(Path file, ReadOptions options) throws FeatureFileException {
    Gathering gathering = new Gathering();
    try (FeatureReader reader = FeatureFiles.openAs(file, options)) {
      int rows = 0;
      for (Feature row = reader.next();
          row != null && rows < MOST_ROWS;
          row = reader.next(), rows++) {
        gathering.take(row.geometry());
      }
    }
    return new FileSample(List.copyOf(gathering.cells.values()));
  }

  /** Cells by their hash. */
  private static final class Gathering {
    private final TreeMap<Long, List<Coordinate>> cells = new TreeMap<>();
    private int places;
    private long limit = Long.MAX_VALUE;

    void take(@Nullable Geometry geometry) {
      if (geometry == null || geometry.isEmpty()) {
        return;
      }
      Envelope extent = geometry.getEnvelopeInternal();
      double x = (extent.getMinX() + extent.getMaxX()) / 2;
      double y = (extent.getMinY() + extent.getMaxY()) / 2;
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        return;
      }
      boolean degrees = Math.abs(x) <= MOST_DEGREES && Math.abs(y) <= MOST_DEGREES;
      double side = degrees ? CELL_DEGREES : CELL_METRES;
      long hash = hash((long) Math.floor(x / side), (long) Math.floor(y / side));
      if (hash > limit) {
        return;
      }
      List<Coordinate> cell = cells.computeIfAbsent(hash, k -> new ArrayList<>());
      Coordinate inside = cell.size() < MOST_IN_CELL ? inside(geometry) : null;
      if (inside != null && Double.isFinite(inside.x) && Double.isFinite(inside.y)) {
        cell.add(inside);
        places++;
      }
      while (places > MOST_PLACES && cells.size() > 1) {
        Map.Entry<Long, List<Coordinate>> last = cells.pollLastEntry();
        limit = last.getKey() - 1;
        places -= last.getValue().size();
      }
    }

    /** JTS cannot find one in some geometries that are not valid; any corner will do then. */
    private static @Nullable Coordinate inside(Geometry geometry) {
      try {
        return geometry.getInteriorPoint().getCoordinate();
      } catch (IllegalArgumentException e) {
        return geometry.getCoordinate();
      }
    }

    /** Neighbours are far apart (the finaliser of SplitMix64, Steele et al. 2014). */
    private static long hash(long column, long line) {
      long z = column * 0x9E3779B97F4A7C15L + line;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return z ^ (z >>> 31);
    }
  }
}
