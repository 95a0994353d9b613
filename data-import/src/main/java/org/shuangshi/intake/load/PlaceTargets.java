package org.shuangshi.intake.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.shuangshi.gis.feature.GeometryHeaders;
import org.shuangshi.gis.geometry.Shape;
import org.shuangshi.intake.mapping.Nature;
import org.shuangshi.intake.mapping.Place;
import org.shuangshi.intake.mapping.Synonyms;
import org.shuangshi.intake.mapping.Target;

/** The fields of a table's geometry: what columns may be beside the columns of a kind. */
final class PlaceTargets {

  private PlaceTargets() {}

  /** Of a table of the kind: a pair where points are wanted, WKT where any geometry is. */
  static List<Target> of(Kind kind) {
    GeometryColumn geometry = kind.geometry();
    List<Target> targets = new ArrayList<>();
    if (geometry == null) {
      return targets;
    }
    boolean points = geometry.shape() == Shape.POINT || geometry.shape() == Shape.ANY;
    if (points) {
      targets.add(
          target(
              Place.EAST,
              "经度（东坐标）",
              withAxes(Place.EAST, GeometryHeaders.eastNames()),
              false,
              Nature.EASTING,
              Place::isEasting));
      targets.add(
          target(
              Place.NORTH,
              "纬度（北坐标）",
              withAxes(Place.NORTH, GeometryHeaders.northNames()),
              false,
              Nature.NORTHING,
              Place::isNorthing));
    }
    targets.add(
        target(
            Place.WKT,
            "图形（WKT 文本）",
            both(List.of(Place.WKT), Synonyms.of("place", Place.WKT)),
            geometry.required() && !points,
            Nature.WKT,
            Place.isWkt(types(geometry.shape()))));
    return targets;
  }

  private static Target target(
      String name,
      String label,
      List<String> names,
      boolean required,
      Nature nature,
      Predicate<Object> reads) {
    return new Target(name, label, names, required, nature, Map.of(), reads);
  }

  private static List<String> withAxes(String field, List<String> known) {
    return both(both(known, Synonyms.of("place", field)), Place.axes());
  }

  private static List<String> both(List<String> these, List<String> those) {
    List<String> all = new ArrayList<>(these);
    those.stream().filter(each -> !all.contains(each)).forEach(all::add);
    return all;
  }

  private static List<String> types(Shape shape) {
    return switch (shape) {
      case POINT -> List.of("POINT", "MULTIPOINT");
      case LINE -> List.of("LINESTRING", "MULTILINESTRING");
      case AREA -> List.of("POLYGON", "MULTIPOLYGON");
      case ANY ->
          List.of(
              "(?:MULTI)?POINT", "(?:MULTI)?LINESTRING", "(?:MULTI)?POLYGON", "GEOMETRYCOLLECTION");
    };
  }
}
