package org.shuangshi.registry.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.plan.Tally.Counted;
import org.shuangshi.registry.plan.Tally.Place;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the buildings of communities. */
@Repository
class TallyRepository {
  private static final String BUILDINGS = Sql.of("ground/buildings.sql");
  private static final String RESIDENTS = Sql.of("ground/residents.sql");
  private static final String CARDS = Sql.of("ground/cards.sql");

  private final JdbcClient jdbc;

  TallyRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(Counted building, boolean sees, @Nullable Long cell) {}

  /**
   * What stands there on a day.
   *
   * @param sighted the day whose residents are counted where names are seen
   * @param unsighted the day whose residents are counted elsewhere
   */
  Tally tally(List<Long> communities, LocalDate day, LocalDate sighted, LocalDate unsighted) {
    List<Row> rows =
        jdbc.sql(BUILDINGS)
            .param("communities", communities.toArray(Long[]::new))
            .param("asOf", day)
            .query(
                (row, n) ->
                    new Row(
                        new Counted(
                            row.getLong("id"),
                            row.getDouble("lon"),
                            row.getDouble("lat"),
                            Columns.id(row, "grid_id"),
                            row.getInt("vacant"),
                            row.getInt("occupied"),
                            row.getInt("unlinked"),
                            row.getInt("unvisited"),
                            row.getInt("to_find"),
                            -1),
                        row.getBoolean("sees"),
                        Columns.id(row, "cell_id")))
            .list();
    Map<Long, Integer> placeOf = new HashMap<>();
    Map<Long, Integer> ofCell = new HashMap<>();
    List<Place> places = new ArrayList<>();
    int[] people = new int[rows.size()];
    List<Counted> buildings = new ArrayList<>();
    List<Long> seen = new ArrayList<>();
    List<Long> unseen = new ArrayList<>();
    for (Row row : rows) {
      int place = -1;
      if (row.sees()) {
        place = places.size();
        seen.add(row.building().id());
      } else if (row.cell() != null) {
        place = ofCell.getOrDefault(row.cell(), places.size());
        ofCell.put(row.cell(), place);
        unseen.add(row.building().id());
      }
      if (place == places.size()) {
        places.add(new Place(new HashSet<>(), 0));
      }
      if (place >= 0) {
        placeOf.put(row.building().id(), place);
      }
      buildings.add(at(row.building(), place));
    }
    residents(seen, day, sighted, placeOf, places, people);
    residents(unseen, day, unsighted, placeOf, places, people);
    List<Place> counted = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      counted.add(new Place(places.get(i).households(), people[i]));
    }
    return new Tally(buildings, counted);
  }

  private void residents(
      List<Long> buildings,
      LocalDate day,
      LocalDate countedOn,
      Map<Long, Integer> placeOf,
      List<Place> places,
      int[] people) {
    if (buildings.isEmpty()) {
      return;
    }
    jdbc.sql(RESIDENTS)
        .param("ids", buildings.toArray(Long[]::new))
        .param("asOf", day)
        .param("countedOn", countedOn)
        .query(
            (RowCallbackHandler)
                row -> {
                  int place = placeOf.getOrDefault(row.getLong("building_id"), 0);
                  Long household = Columns.id(row, "household_id");
                  Set<Long> households = places.get(place).households();
                  if (household != null) {
                    households.add(household);
                  }
                  people[place] += row.getInt("people");
                });
  }

  private static Counted at(Counted of, int place) {
    return new Counted(
        of.id(),
        of.lon(),
        of.lat(),
        of.grid(),
        of.vacant(),
        of.occupied(),
        of.unlinked(),
        of.unvisited(),
        of.toFind(),
        place);
  }

  /** By building its official address. */
  Map<Long, String> addresses(List<Long> buildings, LocalDate day) {
    Map<Long, String> addresses = new HashMap<>();
    if (!buildings.isEmpty()) {
      jdbc.sql(CARDS)
          .param("ids", buildings.toArray(Long[]::new))
          .param("asOf", day)
          .query(
              (RowCallbackHandler)
                  row -> {
                    String address = row.getString("address");
                    if (address != null) {
                      addresses.put(row.getLong("id"), address);
                    }
                  });
    }
    return addresses;
  }
}
