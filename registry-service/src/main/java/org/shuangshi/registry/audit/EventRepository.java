package org.shuangshi.registry.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Repository
class EventRepository {
  private static final String EVENTS = Sql.of("audit/events.sql");
  private static final String VOLUMES = Sql.of("audit/volumes.sql");
  private static final int ROWS_A_FETCH = 1000;

  private final NamedParameterJdbcTemplate rows;
  private final JsonMapper json = new JsonMapper();

  EventRepository(DataSource source) {
    JdbcTemplate template = new JdbcTemplate(source);
    template.setFetchSize(ROWS_A_FETCH);
    this.rows = new NamedParameterJdbcTemplate(template);
  }

  /** Until the end of the transaction: which index finds the entries hangs on what is asked for. */
  void planByValues() {
    rows.getJdbcOperations().execute("SET LOCAL plan_cache_mode TO DEFAULT");
  }

  /** Entries before an id, the newest first. */
  List<EventResponse> list(EventFilter filter, long before, int limit) {
    return rows.query(EVENTS, parameters(filter, before, limit), (row, n) -> event(row));
  }

  /** All of them, a row in memory at a time; in a transaction. */
  void each(EventFilter filter, Consumer<EventResponse> reader) {
    rows.query(
        EVENTS,
        parameters(filter, Long.MAX_VALUE, Integer.MAX_VALUE),
        (RowCallbackHandler) row -> reader.accept(event(row)));
  }

  /**
   * Days of accounts.
   *
   * @param account name; null: the days of everybody, the most unusual first
   */
  List<VolumeResponse> volumes(
      LocalDate from, LocalDate to, @Nullable String account, String[] patterns, int limit) {
    return rows.query(
        VOLUMES,
        new MapSqlParameterSource()
            .addValue("from", from)
            .addValue("to", to)
            .addValue("account", account)
            .addValue("patterns", patterns)
            .addValue("limit", limit),
        (row, n) ->
            new VolumeResponse(
                row.getString("who"),
                row.getString("display_name"),
                row.getObject("day", LocalDate.class),
                row.getLong("looks"),
                row.getLong("records"),
                row.getDouble("own_median"),
                row.getDouble("role_median"),
                row.getBoolean("unusual")));
  }

  private static MapSqlParameterSource parameters(EventFilter filter, long before, int limit) {
    EventGroup group = filter.group();
    return new MapSqlParameterSource()
        .addValue("target", filter.target())
        .addValue("account", filter.account())
        .addValue("patterns", group == null ? null : group.patterns())
        .addValue("from", filter.from())
        .addValue("to", filter.to())
        .addValue("before", before)
        .addValue("limit", limit);
  }

  private EventResponse event(ResultSet row) throws SQLException {
    return new EventResponse(
        row.getLong("id"),
        Columns.id(row, "number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("who"),
        row.getString("display_name"),
        row.getString("address"),
        row.getString("what"),
        row.getString("target"),
        row.getString("why"),
        detail(row.getString("detail")));
  }

  private Map<String, String> detail(String text) {
    Map<String, String> detail = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : json.readTree(text).properties()) {
      detail.put(each.getKey(), each.getValue().asString());
    }
    return detail;
  }
}
