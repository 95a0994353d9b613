package org.shuangshi.registry.lifecycle;

import java.time.LocalDate;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much is in a building, for who is about to tear it down. */
@Repository
class ContentsRepository {
  private static final String CONTENTS = Sql.of("lifecycle/contents.sql");

  private final JdbcClient jdbc;

  ContentsRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What would end with it on that day. */
  Demolished count(long building, LocalDate from) {
    return jdbc.sql(CONTENTS)
        .param("id", building)
        .param("from", from)
        .query(
            (row, n) ->
                new Demolished(
                    row.getInt("entrances"),
                    row.getInt("units"),
                    Columns.integer(row, "households"),
                    Columns.integer(row, "residences"),
                    Columns.integer(row, "tenancies"),
                    row.getInt("organisations"),
                    row.getInt("evidence")))
        .single();
  }
}
