package org.shuangshi.intake.city;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.feature.FeatureSchema;

/**
 * Reads footprints. Rows are known by the column the import takes as key (id, osm_id, 编号, 主键), so
 * that what is generated finds them in the register; a second footprint under a key or of the same
 * outline is left empty, and so is one that is no valid area.
 */
final class GivenFile {
  private static final List<String> KEYS = List.of("id", "osm_id", "编号", "主键");

  private final List<Given> footprints = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Set<Geometry> outlines = new HashSet<>();
  private final GivenUse use;

  private GivenFile(CityPlan plan) {
    use = new GivenUse(plan);
  }

  /**
   * @throws FeatureFileException {@code onto.no-key} where no column can be the key, {@code
   *     onto.empty} where no row is a footprint
   */
  static List<Given> read(Path file, CityPlan plan) throws IOException, CrsException {
    GivenFile given = new GivenFile(plan);
    try (FeatureReader reader = FeatureFiles.open(file, null)) {
      FeatureSchema schema = reader.schema();
      Crs crs = schema.crs();
      CrsTransform transform =
          crs == null || crs.equals(Crs.CGCS2000) ? null : CrsTransform.between(crs, Crs.CGCS2000);
      int key = column(schema, KEYS);
      if (key < 0) {
        throw new FeatureFileException(
            "onto.no-key", "文件 " + file.getFileName() + " 没有 id、osm_id、编号 或 主键 列，生成的户室无法指到它的楼栋");
      }
      for (Feature row = reader.next(); row != null; row = reader.next()) {
        given.take(schema, row, key, transform);
      }
    }
    if (given.footprints.isEmpty()) {
      throw new FeatureFileException("onto.empty", "文件 " + file.getFileName() + " 中没有可用的楼栋轮廓");
    }
    return given.footprints;
  }

  private static int column(FeatureSchema schema, List<String> names) {
    for (String name : names) {
      for (int i = 0; i < schema.fields().size(); i++) {
        if (schema.fields().get(i).name().toLowerCase(Locale.ROOT).equals(name)) {
          return i;
        }
      }
    }
    return -1;
  }

  private void take(
      FeatureSchema schema, Feature row, int keyColumn, @Nullable CrsTransform transform) {
    Object key = row.values().get(keyColumn);
    Geometry geometry = row.geometry();
    if (key == null || geometry == null || !keys.add(key.toString())) {
      return;
    }
    Polygon footprint =
        largest(Lattice.fromDegrees(transform == null ? geometry : transform.apply(geometry)));
    if (footprint == null || !footprint.isValid() || !outlines.add(footprint.norm())) {
      return;
    }
    Coordinate inside = footprint.getInteriorPoint().getCoordinate();
    GivenUse.Facts facts =
        new GivenUse.Facts(
            text(schema, row, "use"),
            text(schema, row, "kind"),
            number(schema, row, "floors"),
            number(schema, row, "height_m", "height"),
            Lattice.areaSquareMetres(footprint),
            longSide(footprint));
    GivenUse.Filling filling = use.of(facts, footprints.size());
    footprints.add(
        new Given(
            key.toString(),
            footprint,
            inside,
            text(schema, row, "name"),
            text(schema, row, "addr_street"),
            text(schema, row, "addr_no"),
            filling.kind(),
            filling.body()));
  }

  private static @Nullable Polygon largest(Geometry geometry) {
    Polygon largest = null;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon part
          && !part.isEmpty()
          && (largest == null || part.getArea() > largest.getArea())) {
        largest = part;
      }
    }
    return largest;
  }

  private static double longSide(Polygon footprint) {
    double east = footprint.getEnvelopeInternal().getWidth();
    double north = footprint.getEnvelopeInternal().getHeight();
    return Math.max(east, north) / Lattice.fromMetres(1, 0).distance(Lattice.fromMetres(0, 0));
  }

  private static @Nullable String text(FeatureSchema schema, Feature row, String column) {
    int at = column(schema, List.of(column));
    Object value = at < 0 ? null : row.values().get(at);
    return value == null || value.toString().isBlank() ? null : value.toString().strip();
  }

  private static double number(FeatureSchema schema, Feature row, String... columns) {
    String text = null;
    for (int i = 0; i < columns.length && text == null; i++) {
      text = text(schema, row, columns[i]);
    }
    try {
      return text == null ? 0 : Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }
}
