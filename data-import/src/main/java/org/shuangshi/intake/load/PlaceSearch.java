package org.shuangshi.intake.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.Field;
import org.shuangshi.gis.feature.GeometryHeaders;
import org.shuangshi.intake.mapping.Guess;
import org.shuangshi.intake.mapping.Place;
import org.shuangshi.intake.mapping.Target;

/** Which columns of a table its geometry is read from: what {@link ColumnSearch} asks of them. */
final class PlaceSearch {

  private final List<String> headers;
  private final List<Target> targets;

  /**
   * @param table whether the file is one; others bring their geometry themselves
   */
  PlaceSearch(Kind kind, FeatureSchema schema, boolean table) {
    this.headers = schema.fields().stream().map(Field::name).toList();
    this.targets = table ? PlaceTargets.of(kind) : List.of();
  }

  /**
   * Fields that a column may be; none where the file is no table, or of a kind without geometry.
   */
  List<Target> targets() {
    return targets;
  }

  boolean has(String field) {
    return targets.stream().anyMatch(target -> target.name().equals(field));
  }

  /** Whether there is something left to find. */
  boolean isOpen(Map<String, Integer> positions) {
    boolean pair = positions.containsKey(Place.EAST) && positions.containsKey(Place.NORTH);
    return !targets.isEmpty() && !pair && !positions.containsKey(Place.WKT);
  }

  /** Fields that no column may be any more: one of them would be a second geometry. */
  Set<String> closed(Map<String, Integer> positions) {
    if (!isOpen(positions)) {
      return Place.FIELDS;
    }
    boolean half = positions.containsKey(Place.EAST) || positions.containsKey(Place.NORTH);
    return half ? Set.of(Place.WKT) : Set.of();
  }

  /**
   * Columns by the names a table is known for: what a table always was read by, or the other half
   * of a pair.
   *
   * @param taken columns that are something else, or nothing
   */
  Map<String, Integer> named(Map<String, Integer> positions, Set<Integer> taken) {
    Map<String, Integer> found = new LinkedHashMap<>();
    if (!isOpen(positions)) {
      return found;
    }
    if (positions.containsKey(Place.EAST)) {
      put(found, Place.NORTH, first(GeometryHeaders.northNames(), taken));
    } else if (positions.containsKey(Place.NORTH)) {
      put(found, Place.EAST, first(GeometryHeaders.eastNames(), taken));
    } else {
      GeometryHeaders known = known(taken);
      put(found, Place.WKT, known.wkt());
      put(found, Place.EAST, known.east());
      put(found, Place.NORTH, known.north());
    }
    return found;
  }

  private void put(Map<String, Integer> found, String field, @Nullable String header) {
    if (header != null && has(field)) {
      found.put(field, headers.indexOf(header));
    }
  }

  private @Nullable String first(List<String> names, Set<Integer> taken) {
    List<String> free = free(taken);
    return names.stream()
        .flatMap(name -> free.stream().filter(each -> each.strip().equalsIgnoreCase(name)))
        .findFirst()
        .orElse(null);
  }

  private GeometryHeaders known(Set<Integer> taken) {
    return GeometryHeaders.named(free(taken));
  }

  private List<String> free(Set<Integer> taken) {
    List<String> free = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      if (!taken.contains(i)) {
        free.add(headers.get(i));
      }
    }
    return free;
  }

  /** What the geometry is read from in the end; a pair of a kind that wants none as ever. */
  GeometryHeaders of(Map<String, Integer> positions, Set<Integer> taken) {
    Integer east = positions.get(Place.EAST);
    Integer north = positions.get(Place.NORTH);
    Integer wkt = positions.get(Place.WKT);
    if (wkt != null) {
      return GeometryHeaders.ofWkt(headers.get(wkt));
    }
    return east == null || north == null
        ? known(taken)
        : GeometryHeaders.pair(headers.get(east), headers.get(north));
  }

  /**
   * Refuses what cannot be read.
   *
   * @throws ImportException {@code mapping.place-half}, {@code mapping.place-twice}
   */
  void require(Map<String, Integer> positions, List<Guess> guesses) throws ImportException {
    boolean east = positions.containsKey(Place.EAST);
    boolean north = positions.containsKey(Place.NORTH);
    if ((east || north) && positions.containsKey(Place.WKT)) {
      throw new ImportException("mapping.place-twice", "图形只能来自一处：或是 wkt 一列，或是 lon 和 lat 两列，不能都指定");
    }
    if (east != north) {
      String there = east ? Place.EAST : Place.NORTH;
      String other = east ? Place.NORTH : Place.EAST;
      int column = positions.getOrDefault(there, 0);
      throw new ImportException(
          "mapping.place-half",
          "坐标要成对：列“"
              + headers.get(column)
              + "”是 "
              + label(there)
              + "，还没有列是 "
              + label(other)
              + candidate(other, guesses));
    }
  }

  private static String label(String field) {
    return field.equals(Place.EAST) ? "lon（经度、东坐标）" : "lat（纬度、北坐标）";
  }

  private String candidate(String field, List<Guess> guesses) {
    return guesses.stream()
        .filter(guess -> guess.field().equals(field))
        .map(guess -> "，可能是“" + headers.get(guess.column()) + "”")
        .findFirst()
        .orElse("");
  }

  /** What may be a geometry and was not used, as it was not sure; empty for nothing. */
  String proposed(List<Guess> guesses) {
    List<String> said =
        guesses.stream()
            .filter(guess -> !guess.sure() && has(guess.field()))
            .sorted(Comparator.comparing(Guess::column))
            .map(guess -> "“" + headers.get(guess.column()) + "”（" + guess.field() + "）")
            .toList();
    return String.join("、", said);
  }
}
