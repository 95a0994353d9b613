package org.shuangshi.registry.audit;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.permission.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the log. An event is written in the transaction around it: it stands or falls with what it
 * tells of.
 *
 * <pre>{@code log.record(Event.ofAccount("password.changed", id))}</pre>
 */
@Component
public class EventLog {
  private static final String RECORD = Sql.of("audit/record.sql");

  private final JdbcClient jdbc;
  private final JsonMapper json = new JsonMapper();

  public EventLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the account that asks now did. */
  public void record(Event event) {
    Reader reader = Reader.current();
    record(new Actor(reader.name(), reader.account(), reader.address()), event);
  }

  /** What somebody did who is not signed in, or not as yet. */
  public void record(Actor actor, Event event) {
    jdbc.sql(RECORD)
        .param("who", actor.who())
        .param("account", actor.account())
        .param("address", actor.address())
        .param("what", event.what())
        .param("target", event.target())
        .param("why", event.why())
        .param("detail", json.writeValueAsString(event.detail()))
        .update();
  }

  /**
   * Who did it.
   *
   * @param who name of the account or program
   * @param account its id; null for programs beside the service and for strangers
   * @param address network address; null for programs beside the service
   */
  public record Actor(String who, @Nullable Long account, @Nullable String address) {}
}
