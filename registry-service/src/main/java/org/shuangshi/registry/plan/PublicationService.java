package org.shuangshi.registry.plan;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.ChangeReason.Kind;
import org.shuangshi.intake.fact.FactEditor.Thing;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.Editing;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.edit.Reasons;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Makes a plan so: all it changes in one transaction under one change record. Of two that publish
 * at once the second finds other grids than its plan was begun from.
 */
@Service
class PublicationService {
  private static final String LOCK = Sql.of("plan/lock.sql");
  private static final String PUBLISHED = Sql.of("plan/published.sql");
  private static final String UNDONE = Sql.of("plan/undone.sql");
  private static final String WRITTEN = Sql.of("ground/written.sql");
  private static final String OVERTAKEN = Sql.of("ground/overtaken.sql");
  private static final String TAKE_BACK_NODES = Sql.of("plan/take_back_nodes.sql");

  private final PlanDesk desk;
  private final GroundRepository grounds;
  private final Editing editing;
  private final Days days;

  PublicationService(PlanDesk desk, GroundRepository grounds, Editing editing, Days days) {
    this.desk = desk;
    this.grounds = grounds;
    this.editing = editing;
    this.days = days;
  }

  void publish(long id, @Nullable String ifMatch, @Nullable LocalDate day, @Nullable String why) {
    Plan plan =
        desk.get(id)
            .require(Permission.GRID_PLAN)
            .requireState(PlanState.APPROVED)
            .requireSeen(Etag.required(ifMatch));
    LocalDate from = day == null ? latest(days.today(), plan.basedOn()) : day;
    if (from.isBefore(days.today()) || from.isBefore(plan.basedOn())) {
      throw Refusal.field(
          "from", "plan.from-past", "最早从 " + latest(days.today(), plan.basedOn()) + " 起发布");
    }
    editing.run(
        Reasons.of(Kind.PLAN, why, source(plan)),
        edit -> {
          GroundRepository within = grounds.through(edit.jdbc());
          edit.lock(things(within.ground(plan.communities(), from)));
          hold(edit.jdbc(), plan, PlanState.APPROVED);
          Ground ground = within.ground(plan.communities(), from);
          Drawing drawing = desk.drawing(plan, ground);
          PlanStateService.requireSound(desk.faults(drawing, plan, from));
          new PlanWriting(edit, within, drawing, from)
              .write(within.numbers(ground.communities(), null));
          edit.jdbc()
              .sql(PUBLISHED)
              .param("id", plan.id())
              .param("change", edit.requireChange())
              .param("from", from)
              .param("why", why)
              .query(Long.class)
              .single();
          return true;
        });
  }

  private static String source(Plan plan) {
    return "网格方案 " + plan.id() + "：" + plan.name();
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** The communities, their grids, and those around. */
  private static Set<Thing> things(Ground ground) {
    Set<Thing> things = new HashSet<>();
    ground.communities().forEach(each -> things.add(Edit.thing(ThingKind.REGION, each.id())));
    ground.grids().forEach(each -> things.add(Edit.thing(ThingKind.GRID, each.id())));
    for (Ground.Standing each : ground.ring()) {
      things.add(Edit.thing(ThingKind.GRID, each.id()));
      things.add(Edit.thing(ThingKind.REGION, each.community()));
    }
    return things;
  }

  /** Nobody else brings it to another state until the end. */
  private void hold(JdbcClient jdbc, Plan plan, PlanState state) {
    boolean held =
        jdbc.sql(LOCK)
            .param("id", plan.id())
            .param("revision", plan.revision())
            .param("state", state.name())
            .query(Long.class)
            .optional()
            .isPresent();
    if (!held) {
      desk.get(plan.id()).requireState(state).requireSeen(plan.etag());
      throw new IllegalStateException("plan " + plan.id() + " is seen but not held");
    }
  }

  /** The register is what it was before, where nothing was written of the same things since. */
  void undo(long id, @Nullable String why) {
    Plan plan =
        desk.get(id)
            .require(Permission.GRID_APPROVE)
            .require(Permission.GRID_PLAN)
            .requireState(PlanState.PUBLISHED);
    long change = Objects.requireNonNull(plan.change());
    editing.run(
        Reasons.of(Kind.UNDO, why, source(plan)),
        edit -> {
          JdbcClient jdbc = edit.jdbc();
          // a post is seen with its grid, and some of these grids are no more
          Map<ThingKind, List<Long>> written = edit.everywhere(() -> written(jdbc, change));
          Set<Thing> things = new HashSet<>();
          written.forEach((kind, ids) -> ids.forEach(thing -> things.add(Edit.thing(kind, thing))));
          edit.lock(things);
          hold(jdbc, plan, PlanState.PUBLISHED);
          edit.everywhere(() -> requireUntouched(jdbc, change, written));
          takeBack(edit, plan, change, written);
          jdbc.sql(UNDONE)
              .param("id", plan.id())
              .param("change", edit.requireChange())
              .param("undone", change)
              .param("why", why)
              .query(Long.class)
              .single();
          return true;
        });
  }

  private static Map<ThingKind, List<Long>> written(JdbcClient jdbc, long change) {
    Map<ThingKind, List<Long>> written = new EnumMap<>(ThingKind.class);
    jdbc.sql(WRITTEN)
        .param("change", change)
        .query(
            (RowCallbackHandler)
                row ->
                    written
                        .computeIfAbsent(
                            ThingKind.valueOf(row.getString("kind")), kind -> new ArrayList<>())
                        .add(row.getLong("id")));
    return written;
  }

  private static boolean requireUntouched(
      JdbcClient jdbc, long change, Map<ThingKind, List<Long>> written) {
    List<Long> overtaken =
        jdbc.sql(OVERTAKEN)
            .param("change", change)
            .param("grids", ids(written, ThingKind.GRID))
            .param("regions", ids(written, ThingKind.REGION))
            .param("posts", ids(written, ThingKind.STAFF_POST))
            .query(Long.class)
            .list();
    if (!overtaken.isEmpty()) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT,
          "plan.undo-overtaken",
          "发布以后，这些网格、岗位或社区又改过，不能整体撤回；请另做方案。编号 "
              + overtaken.stream().limit(5).map(String::valueOf).collect(Collectors.joining("、")));
    }
    return true;
  }

  private static Long[] ids(Map<ThingKind, List<Long>> written, ThingKind kind) {
    return written.getOrDefault(kind, List.of()).toArray(Long[]::new);
  }

  private static void takeBack(
      Edit edit, Plan plan, long change, Map<ThingKind, List<Long>> written) throws SQLException {
    JdbcClient jdbc = edit.jdbc();
    edit.requireChange();
    List<Long> own =
        edit.find(
            "SELECT DISTINCT g.id FROM register.grid g WHERE g.id = ANY (:ids) AND g.community_id = ANY (:communities)",
            Map.of(
                "ids",
                ids(written, ThingKind.GRID),
                "communities",
                plan.communities().toArray(Long[]::new)));
    List<Long> posts = written.getOrDefault(ThingKind.STAFF_POST, List.of());
    // a post is written of while its grid is there
    edit.unsay(ThingKind.STAFF_POST, change, posts);
    edit.unsay(ThingKind.GRID, change, own);
    edit.sayAgain(ThingKind.GRID, change, own);
    edit.sayAgain(ThingKind.STAFF_POST, change, posts);
    edit.unsay(ThingKind.LINEAGE, change, written.getOrDefault(ThingKind.LINEAGE, List.of()));
    for (ThingKind kind : List.of(ThingKind.GRID, ThingKind.REGION)) {
      for (long thing : written.getOrDefault(kind, List.of())) {
        if (kind == ThingKind.REGION || !own.contains(thing)) {
          jdbc.sql(TAKE_BACK_NODES)
              .param("kind", kind.table())
              .param("id", thing)
              .param("undone", change)
              .query(Long.class)
              .single();
        }
      }
    }
  }
}
