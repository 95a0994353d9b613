package org.shuangshi.registry.spot;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Cursor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SpotRepository {
  private static final String COVERING = Sql.of("spot/covering.sql");

  private final JdbcClient jdbc;

  SpotRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Rows behind a place of the list, newest first; from its beginning without one. */
  List<SpotItem> covering(double lon, double lat, @Nullable Cursor after, int rows) {
    return jdbc.sql(COVERING)
        .param("lon", lon)
        .param("lat", lat)
        .param("since", after == null ? null : day(after.word(0)))
        .param("recorded", after == null ? null : instant(after.word(1)))
        .param("kind", after == null ? null : after.word(2))
        .param("version", after == null ? null : after.number(3))
        .param("limit", rows)
        .query(
            (row, n) ->
                new SpotItem(
                    row.getString("kind"),
                    row.getLong("id"),
                    row.getString("label"),
                    row.getString("code"),
                    row.getObject("since", LocalDate.class),
                    row.getObject("until", LocalDate.class),
                    row.getObject("recorded_from", OffsetDateTime.class),
                    row.getObject("recorded_to", OffsetDateTime.class),
                    row.getLong("version")))
        .list();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Refusal.field("after", "parameter.cursor", "after 不是本列表返回的 next；请从第一页重新开始");
    }
  }

  private static OffsetDateTime instant(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw Refusal.field("after", "parameter.cursor", "after 不是本列表返回的 next；请从第一页重新开始");
    }
  }
}
