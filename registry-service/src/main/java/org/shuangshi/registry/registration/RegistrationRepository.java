package org.shuangshi.registry.registration;

import java.util.List;
import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.area.AreaStatement;
import org.shuangshi.registry.cell.Counting;
import org.shuangshi.registry.request.When;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RegistrationRepository {
  private static final AreaStatement AWAY = AreaStatement.of("registration/away.sql");
  private static final AreaStatement EMPTY_BOOKS = AreaStatement.of("registration/empty_books.sql");
  private static final AreaStatement COUNT = AreaStatement.of("registration/count.sql");

  private final JdbcClient jdbc;

  RegistrationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<AwayResponse> away(Area area, When when, long afterId, int rows) {
    return page(AWAY, area, when, afterId, rows)
        .query(
            (row, n) ->
                new AwayResponse(
                    row.getLong("id"),
                    Place.of(row, ""),
                    row.getObject("home_id") == null ? null : Place.of(row, "home_")))
        .list();
  }

  List<EmptyBookResponse> emptyBooks(Area area, When when, long afterId, int rows) {
    return page(EMPTY_BOOKS, area, when, afterId, rows)
        .query(
            (row, n) ->
                new EmptyBookResponse(
                    row.getLong("id"),
                    Place.of(row, ""),
                    row.getInt("people"),
                    row.getBoolean("numbered")))
        .list();
  }

  private JdbcClient.StatementSpec page(
      AreaStatement statement, Area area, When when, long afterId, int rows) {
    return jdbc.sql(statement.text(area, when))
        .paramSource(
            AreaStatement.parameters(area, when)
                .addValue("afterId", afterId)
                .addValue("limit", rows));
  }

  RegistrationCounts count(Area area, Counting counting) {
    return jdbc.sql(COUNT.text(area, counting.when()))
        .paramSource(
            AreaStatement.parameters(area, counting.when())
                .addValue("countedOn", counting.on())
                .addValue("sighted", counting.sighted()))
        .query(
            (row, n) ->
                new RegistrationCounts(
                    row.getLong("away"),
                    row.getLong("empty_books"),
                    counting.told(row.getLong("cells"))))
        .single();
  }
}
