package org.shuangshi.registry.cell;

import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.area.AreaStatement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PeopleCountRepository {
  private static final AreaStatement COUNT = AreaStatement.of("cell/count.sql");

  private final JdbcClient jdbc;

  PeopleCountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  PeopleCountResponse count(Area area, Counting counting) {
    return jdbc.sql(COUNT.text(area, counting.when()))
        .paramSource(
            AreaStatement.parameters(area, counting.when())
                .addValue("countedOn", counting.on())
                .addValue("sighted", counting.sighted())
                .addValue("withOutline", !counting.sighted() && area instanceof Area.OfShape))
        .query(
            (row, n) ->
                new PeopleCountResponse(
                    row.getLong("households"),
                    People.of(PeopleByKind.of(row)),
                    counting.told(row.getLong("cells")),
                    row.getString("outline")))
        .single();
  }
}
