package org.shuangshi.registry.thing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.edit.ThingKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PeoplePlaces {
  private final JdbcClient jdbc;

  PeoplePlaces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Where a thing that lies in a unit lies.
   *
   * @param community id; null: none
   * @param grid id; null: none
   */
  record Place(long id, @Nullable Long community, @Nullable Long grid) {}

  /**
   * The places of households, residences or tenancies; of one that moves, all it is believed at.
   */
  List<Place> of(ThingKind kind, Collection<Long> ids, LocalDate today) {
    return jdbc.sql(ThingSql.places(kind))
        .param("ids", ids.toArray(Long[]::new))
        .param("today", today)
        .query(
            (row, n) ->
                new Place(
                    row.getLong("id"),
                    row.getObject("community_id", Long.class),
                    row.getObject("grid_id", Long.class)))
        .list();
  }
}
