package org.shuangshi.registry.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.load.Kind;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ImportRepository {
  private static final String BEGIN = Sql.of("intake/begin.sql");
  private static final String ONE = Sql.of("intake/one.sql");
  private static final String LIST = Sql.of("intake/list.sql");
  private static final String AT_WORK = Sql.of("intake/at_work.sql");
  private static final String MOVE = Sql.of("intake/move.sql");
  private static final String ACCEPT = Sql.of("intake/accept.sql");
  private static final String CHOOSE = Sql.of("intake/choose.sql");
  private static final String END_PROFILE = Sql.of("intake/end_profile.sql");
  private static final String UNDO = Sql.of("intake/undo.sql");
  private static final String RESUME = Sql.of("intake/resume.sql");
  private static final String FORGET = Sql.of("intake/forget.sql");

  private final JdbcClient jdbc;

  ImportRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A job the service was at work on. */
  record AtWork(long id, ImportState state) {}

  /** What comes with a new state; null: stays as it is, a problem goes. */
  record Along(@Nullable Long bytes, @Nullable String outcome, ImportJob.@Nullable Fault problem) {
    static final Along NOTHING = new Along(null, null, null);
  }

  /** Answers the number of the import. */
  long begin(long account, Understood order) {
    return jdbc.sql(BEGIN)
        .param("account", account)
        .param("fileName", order.fileName())
        .param("kind", order.kind().name())
        .param("source", order.source())
        .param("key", order.key())
        .param("crs", order.coordinates().crs())
        .param("layer", order.layer())
        .param("from", order.from())
        .param("why", order.why())
        .query(Long.class)
        .single();
  }

  Optional<ImportJob> find(long id) {
    return jdbc.sql(ONE).param("id", id).query(ImportRepository::job).optional();
  }

  /**
   * The newest first.
   *
   * @param account whose; null: everybody's
   * @param before number of an import
   */
  List<ImportJob> list(@Nullable Long account, long before, int limit) {
    return jdbc.sql(LIST)
        .param("account", account)
        .param("before", before)
        .param("limit", limit)
        .query(ImportRepository::job)
        .list();
  }

  List<AtWork> atWork() {
    return jdbc.sql(AT_WORK)
        .query(
            (row, n) -> new AtWork(row.getLong("id"), ImportState.valueOf(row.getString("state"))))
        .list();
  }

  /** Whether it was in one of the states, and went to the new one. */
  boolean move(long id, List<ImportState> from, ImportState to, Along along) {
    ImportJob.Fault problem = along.problem();
    return jdbc.sql(MOVE)
        .param("id", id)
        .param("from", from.stream().map(Enum::name).toArray(String[]::new))
        .param("to", to.name())
        .param("bytes", along.bytes())
        .param("outcome", along.outcome())
        .param("problemCode", problem == null ? null : problem.code())
        .param("problem", problem == null ? null : problem.detail())
        .query(Long.class)
        .optional()
        .isPresent();
  }

  /** Somebody says yes to what the check found out of the ordinary. */
  void accept(long id) {
    jdbc.sql(ACCEPT).param("id", id).query(Long.class).single();
  }

  /** Whether it was written, and is to be taken back now. */
  boolean undo(long id, String why) {
    return jdbc.sql(UNDO)
        .param("id", id)
        .param("why", why)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  /** Whether it still was in the state, and is checked anew as was chosen. */
  boolean choose(long id, ImportState from, String choice) {
    return jdbc.sql(CHOOSE)
        .param("id", id)
        .param("from", from.name())
        .param("choice", choice)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  /** Whether there was a profile in force. */
  boolean endProfile(String source, Kind kind) {
    return jdbc.sql(END_PROFILE)
        .param("source", source)
        .param("kind", kind.name())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void resumed(long id) {
    jdbc.sql(RESUME).param("id", id).query(Long.class).single();
  }

  /** Those whose files go. */
  List<Long> forget(OffsetDateTime before) {
    return jdbc.sql(FORGET).param("before", before).query(Long.class).list();
  }

  private static ImportJob job(ResultSet row, int n) throws SQLException {
    String code = row.getString("problem_code");
    return new ImportJob(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getString("name"),
        row.getString("who"),
        row.getObject("made_at", OffsetDateTime.class),
        row.getString("file_name"),
        row.getObject("bytes", Long.class),
        row.getBoolean("kept"),
        Kind.valueOf(row.getString("kind")),
        row.getString("source"),
        row.getString("key_column"),
        row.getString("crs"),
        row.getString("layer"),
        row.getObject("valid_from", LocalDate.class),
        row.getString("why"),
        ImportState.valueOf(row.getString("state")),
        row.getObject("since", OffsetDateTime.class),
        row.getInt("resumed"),
        row.getBoolean("accepted"),
        row.getString("outcome"),
        code == null ? null : new ImportJob.Fault(code, String.valueOf(row.getString("problem"))),
        row.getObject("change_id", Long.class),
        row.getString("undone"),
        row.getObject("undo_id", Long.class),
        row.getString("undo_why"),
        row.getString("choice"),
        row.getObject("profile", Integer.class));
  }
}
