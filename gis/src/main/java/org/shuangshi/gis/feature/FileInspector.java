package org.shuangshi.gis.feature;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Looks through the layers of a file. */
final class FileInspector {

  private static final int SAMPLE_ROWS = 10;
  private static final int PLACES = 2000;

  /** The same file gives the same places. */
  private static final long SEED = 4490;

  private long rows;
  private final Envelope extent = new Envelope();
  private final Map<String, Long> faults = new TreeMap<>();
  private final List<Feature> sample = new ArrayList<>();
  private final List<Geometry> picked = new ArrayList<>();
  private final Random random = new Random(SEED);
  private long withGeometry;

  private FileInspector() {}

  static Inspection inspect(Path file, ReadOptions options) throws FeatureFileException {
    FileKind kind = FeatureFiles.kind(file);
    List<Inspection.Layer> layers = new ArrayList<>();
    for (String name : options.layer() == null ? names(file, kind) : List.of(options.layer())) {
      layers.add(new FileInspector().layer(file, options, name));
    }
    return new Inspection(kind, layers);
  }

  /** Of formats with one layer, an empty name. */
  static List<String> names(Path file, FileKind kind) throws FeatureFileException {
    return switch (kind) {
      case SHAPEFILE -> ShapefileFeatureReader.layers(file);
      case GEOPACKAGE -> GeoPackageFeatureReader.layers(file);
      case XLSX -> XlsxWorkbook.layers(file);
      case XLS -> XlsWorkbook.layers(file);
      case GEOJSON, KML, FLATGEOBUF, CSV -> List.of("");
    };
  }

  private Inspection.Layer layer(Path file, ReadOptions options, String name) {
    ReadOptions chosen = name.isEmpty() ? options : options.withLayer(name);
    FeatureSchema schema = null;
    List<Notice> notices = List.of();
    FeatureFileException failure = null;
    try (FeatureReader reader = FeatureFiles.openAs(file, chosen)) {
      schema = reader.schema();
      notices = schema.notices();
      for (Feature row = reader.next(); row != null; row = reader.next()) {
        take(row);
      }
      notices = reader.notices();
    } catch (FeatureFileException e) {
      failure = e;
    }
    return new Inspection.Layer(
        schema == null ? name : schema.layer(),
        schema,
        rows,
        extent.isNull() ? null : extent,
        faults,
        sample,
        places(),
        notices,
        failure);
  }

  private void take(Feature row) {
    rows++;
    if (row.fault() != null) {
      faults.merge(row.fault().code(), 1L, Long::sum);
    }
    if (sample.size() < SAMPLE_ROWS) {
      sample.add(row);
    }
    pick(row.geometry());
  }

  /** Keeps each geometry with the same chance (Vitter 1985, algorithm R). */
  private void pick(@Nullable Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      return;
    }
    extent.expandToInclude(geometry.getEnvelopeInternal());
    withGeometry++;
    if (picked.size() < PLACES) {
      picked.add(geometry);
    } else {
      long at = random.nextLong(withGeometry);
      if (at < PLACES) {
        picked.set((int) at, geometry);
      }
    }
  }

  private List<Coordinate> places() {
    List<Coordinate> places = new ArrayList<>();
    for (Geometry geometry : picked) {
      Coordinate inside = inside(geometry);
      if (inside != null && Double.isFinite(inside.x) && Double.isFinite(inside.y)) {
        places.add(inside);
      }
    }
    return places;
  }

  /** JTS cannot find one in some geometries that are not valid; any corner will do then. */
  private static @Nullable Coordinate inside(Geometry geometry) {
    try {
      return geometry.getInteriorPoint().getCoordinate();
    } catch (IllegalArgumentException e) {
      return geometry.getCoordinate();
    }
  }
}
