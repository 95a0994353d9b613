package org.shuangshi.registry.plan;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.plan.Plan.PlanWho;
import org.shuangshi.registry.plan.PlanResponse.PlanStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans as they are kept. */
@Repository
class PlanRepository {
  private static final String BEGIN = Sql.of("plan/begin.sql");
  private static final String ADD_COMMUNITIES = Sql.of("plan/add_communities.sql");
  private static final String ONE = Sql.of("plan/one.sql");
  private static final String LIST = Sql.of("plan/list.sql");
  private static final String OPEN_OF = Sql.of("plan/open_of.sql");
  private static final String DOCUMENT = Sql.of("plan/document.sql");
  private static final String SAVE = Sql.of("plan/save.sql");
  private static final String MOVE = Sql.of("plan/move.sql");
  private static final String STEPS = Sql.of("plan/steps.sql");
  private static final String UNSHARE = Sql.of("plan/unshare.sql");
  private static final String SHARE = Sql.of("plan/share.sql");
  private static final String COMMENT = Sql.of("plan/comment.sql");
  private static final String COMMENTS = Sql.of("plan/comments.sql");

  private final JdbcClient jdbc;

  PlanRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long begin(String name, String document, LocalDate basedOn, String base, List<Long> communities) {
    long id =
        jdbc.sql(BEGIN)
            .param("name", name)
            .param("document", document)
            .param("basedOn", basedOn)
            .param("base", base)
            .query(Long.class)
            .single();
    jdbc.sql(ADD_COMMUNITIES)
        .param("id", id)
        .param("communities", communities.toArray(Long[]::new))
        .query(Long.class)
        .list();
    return id;
  }

  Optional<Plan> find(long id) {
    return jdbc.sql(ONE).param("id", id).query(PlanRepository::plan).optional();
  }

  /**
   * The newest first.
   *
   * @param community code; null: of all
   * @param before number of a plan
   */
  List<Plan> list(
      @Nullable String community, boolean open, LocalDate today, long before, int rows) {
    return jdbc.sql(LIST)
        .param("community", community)
        .param("open", open)
        .param("today", today)
        .param("before", before)
        .param("limit", rows)
        .query(PlanRepository::plan)
        .list();
  }

  /** Open plans of any of these communities. */
  List<Long> openOf(Collection<Long> communities) {
    return jdbc.sql(OPEN_OF)
        .param("communities", communities.toArray(Long[]::new))
        .query((row, n) -> row.getLong("id"))
        .list();
  }

  String document(long id) {
    return jdbc.sql(DOCUMENT).param("id", id).query(String.class).single();
  }

  /** Whether it was a draft in that revision. */
  boolean save(Plan plan, String document, @Nullable String name) {
    return jdbc.sql(SAVE)
        .param("id", plan.id())
        .param("revision", plan.revision())
        .param("document", document)
        .param("name", name)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /**
   * Whether it was in one of the states, in the revision that is known, and went to the new one.
   */
  boolean move(Plan plan, List<PlanState> from, PlanState to, @Nullable String why) {
    return jdbc.sql(MOVE)
        .param("id", plan.id())
        .param("revision", plan.revision())
        .param("from", from.stream().map(Enum::name).toArray(String[]::new))
        .param("to", to.name())
        .param("why", why)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  List<PlanStep> steps(long id) {
    return jdbc.sql(STEPS)
        .param("id", id)
        .query(
            (row, n) ->
                new PlanStep(
                    new PlanWho(row.getString("account"), row.getString("account_name")),
                    row.getObject("at", OffsetDateTime.class),
                    PlanState.valueOf(row.getString("state")),
                    row.getString("why"),
                    row.getInt("revision")))
        .list();
  }

  /** How many accounts of these names there are. */
  int share(long id, List<String> accounts) {
    jdbc.sql(UNSHARE).param("id", id).update();
    return jdbc.sql(SHARE)
        .param("id", id)
        .param("accounts", accounts.toArray(String[]::new))
        .query(Long.class)
        .list()
        .size();
  }

  long comment(
      long id, String text, @Nullable Long grid, @Nullable Double lon, @Nullable Double lat) {
    return jdbc.sql(COMMENT)
        .param("id", id)
        .param("text", text)
        .param("grid", grid)
        .param("lon", lon)
        .param("lat", lat)
        .query(Long.class)
        .single();
  }

  List<PlanComment> comments(long id, long afterId, int rows) {
    return jdbc.sql(COMMENTS)
        .param("id", id)
        .param("afterId", afterId)
        .param("limit", rows)
        .query(
            (row, n) ->
                new PlanComment(
                    row.getLong("id"),
                    new PlanWho(row.getString("account"), row.getString("account_name")),
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("text"),
                    Columns.id(row, "grid"),
                    Columns.real(row, "lon"),
                    Columns.real(row, "lat")))
        .list();
  }

  private static Plan plan(ResultSet row, int n) throws SQLException {
    return new Plan(
        row.getLong("id"),
        row.getString("name"),
        PlanState.valueOf(row.getString("state")),
        row.getInt("revision"),
        row.getObject("based_on", LocalDate.class),
        row.getString("base"),
        new PlanWho(row.getString("owner"), row.getString("owner_name")),
        row.getObject("made_at", OffsetDateTime.class),
        new PlanWho(row.getString("saver"), row.getString("saver_name")),
        row.getObject("saved_at", OffsetDateTime.class),
        row.getObject("valid_from", LocalDate.class),
        Columns.id(row, "change_id"),
        Columns.id(row, "undo_id"),
        ids(row.getArray("communities")),
        Arrays.asList((String[]) row.getArray("shared_with").getArray()));
  }

  private static List<Long> ids(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((Long[]) array.getArray());
  }
}
