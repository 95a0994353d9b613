package org.shuangshi.registry.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlaceRepository {
  private static final String PLACES = Sql.of("privacy/places.sql");

  private final JdbcClient jdbc;

  PlaceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A place a person is seen with.
   *
   * @param community id; null: none
   * @param grid id; null: none
   */
  record Place(@Nullable Long community, @Nullable Long grid) {}

  /** The places of persons; who has none is not in it. */
  Map<Long, List<Place>> of(Collection<Long> persons, LocalDate today) {
    Map<Long, List<Place>> places = new HashMap<>();
    if (!persons.isEmpty()) {
      jdbc.sql(PLACES)
          .param("ids", persons.toArray(Long[]::new))
          .param("today", today)
          .query(
              row -> {
                places
                    .computeIfAbsent(row.getLong("person_id"), id -> new ArrayList<>())
                    .add(
                        new Place(
                            row.getObject("community_id", Long.class),
                            row.getObject("grid_id", Long.class)));
              });
    }
    return places;
  }
}
