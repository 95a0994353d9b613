package org.shuangshi.registry.cell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.shuangshi.registry.RunningService;

/**
 * The town counted by brute force: who lives in which building on a day, where it stands, and which
 * cell the register put it in. What may be told of an area is worked out from these alone.
 */
final class CellTown {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A standing building of the day, with who lived in it on the first of the month. */
  record Home(
      long building, Point point, long community, long cell, Set<Long> households, int people) {}

  /** What is told. */
  record Told(int households, int people, Set<Long> cells) {}

  private final Map<Long, Home> homes = new LinkedHashMap<>();

  CellTown(RunningService service, String asOf, String countedOn) {
    for (List<String> row :
        service.rows(
            """
            SELECT b.id, ST_X(b.inside_point), ST_Y(b.inside_point), coalesce(b.community_id, 0),
                   coalesce((SELECT m.cell_id FROM register.cell_building m JOIN register.cell c ON c.id = m.cell_id
                             WHERE m.building_id = b.id AND c.valid @> '%1$s'::date
                               AND c.grid_id = (SELECT min(g.id) FROM register.grid g WHERE upper_inf(g.recorded)
                                                AND g.valid @> '%1$s'::date AND ST_Covers(g.geom, b.inside_point))), 0),
                   (SELECT string_agg(DISTINCT r.household_id::text, ',') FROM register.unit u
                    JOIN register.residence r ON r.unit_id = u.id AND upper_inf(r.recorded) AND r.valid @> '%2$s'::date
                    WHERE u.building_id = b.id AND upper_inf(u.recorded) AND u.valid @> '%1$s'::date),
                   (SELECT count(DISTINCT r.person_id) FROM register.unit u
                    JOIN register.residence r ON r.unit_id = u.id AND r.main AND upper_inf(r.recorded) AND r.valid @> '%2$s'::date
                    WHERE u.building_id = b.id AND upper_inf(u.recorded) AND u.valid @> '%1$s'::date)
            FROM register.building b
            WHERE upper_inf(b.recorded) AND b.valid @> '%1$s'::date AND b.status = 'STANDING'"""
                .formatted(asOf, countedOn))) {
      Set<Long> households = new HashSet<>();
      if (row.get(5) != null) {
        for (String id : row.get(5).split(",")) {
          households.add(Long.valueOf(id));
        }
      }
      Home home =
          new Home(
              Long.parseLong(Objects.requireNonNull(row.get(0))),
              FACTORY.createPoint(
                  new Coordinate(
                      Double.parseDouble(Objects.requireNonNull(row.get(1))),
                      Double.parseDouble(Objects.requireNonNull(row.get(2))))),
              Long.parseLong(Objects.requireNonNull(row.get(3))),
              Long.parseLong(Objects.requireNonNull(row.get(4))),
              households,
              Integer.parseInt(Objects.requireNonNull(row.get(6))));
      homes.put(home.building(), home);
    }
  }

  Iterable<Home> homes() {
    return homes.values();
  }

  /** What is told of a shape where the people of some communities are seen and no others. */
  Told told(Geometry shape, Set<Long> sighted) {
    Map<Long, List<Home>> cells = new LinkedHashMap<>();
    List<Home> counted = new ArrayList<>();
    for (Home home : homes.values()) {
      if (sighted.contains(home.community())) {
        if (shape.covers(home.point())) {
          counted.add(home);
        }
      }
      if (home.cell() != 0) {
        cells.computeIfAbsent(home.cell(), cell -> new ArrayList<>()).add(home);
      }
    }
    Set<Long> whole = new HashSet<>();
    cells.forEach(
        (cell, members) -> {
          List<Home> unseen =
              members.stream().filter(home -> !sighted.contains(home.community())).toList();
          if (!unseen.isEmpty() && members.stream().allMatch(home -> shape.covers(home.point()))) {
            whole.add(cell);
            counted.addAll(unseen);
          }
        });
    return sum(counted, whole);
  }

  /** What a set of cells comes to. */
  Told sum(Set<Long> cells) {
    return sum(homes.values().stream().filter(home -> cells.contains(home.cell())).toList(), cells);
  }

  private static Told sum(List<Home> counted, Set<Long> cells) {
    Set<Long> households = new HashSet<>();
    int people = 0;
    for (Home home : counted) {
      households.addAll(home.households());
      people += home.people();
    }
    return new Told(households.size(), people, cells);
  }
}
