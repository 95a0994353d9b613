package org.shuangshi.registry.edit;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.ChangeTransaction;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.FactEditor;
import org.shuangshi.intake.fact.FactEditor.Thing;
import org.shuangshi.intake.fact.FactReversal;
import org.shuangshi.intake.fact.FactTable;
import org.shuangshi.intake.fact.Sealing;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.intake.fact.Timeline.UnfitException;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One transaction of a hand: things are locked, read and given new timelines; at its end what must
 * hold between things is checked, and what follows from them is worked out.
 *
 * <p>Not for several threads. {@link Editing} makes it and ends it.
 */
public final class Edit {

  /** Source of things that were first named here and in no file. */
  private static final String SOURCE = "手工登记";

  private final ChangeTransaction transaction;
  private final FactEditor editor;
  private final Map<ThingKind, FactTable> tables = new HashMap<>();
  private final Map<Thing, Timeline> read = new HashMap<>();

  Edit(ChangeTransaction transaction, Sealing sealing) {
    this.transaction = transaction;
    this.editor = new FactEditor(transaction, sealing);
  }

  /** Locks things until the end; all that will be read or written, in one call where possible. */
  public void lock(Collection<Thing> things) throws SQLException {
    editor.lock(things);
  }

  /** Reads anew from here on: what was read before the lock may have been overtaken. */
  public void forget() {
    read.clear();
  }

  public static Thing thing(ThingKind kind, long id) {
    return new Thing(kind.table(), id);
  }

  /** What is believed of a thing, this transaction's own writing included. */
  public Timeline timeline(ThingKind kind, long id) throws SQLException {
    Thing thing = thing(kind, id);
    Timeline known = read.get(thing);
    if (known == null) {
      known = editor.read(table(kind), id);
      read.put(thing, known);
    }
    return known;
  }

  /** What is believed of many things, read at once. */
  public Map<Long, Timeline> timelines(ThingKind kind, Collection<Long> ids) throws SQLException {
    Map<Long, Timeline> all = editor.readAll(table(kind), ids);
    all.forEach((id, timeline) -> read.put(thing(kind, id), timeline));
    return all;
  }

  /** What is said of a thing on a day; refused where it is not there. */
  public Version on(ThingKind kind, long id, LocalDate day) throws SQLException {
    return timeline(kind, id).on(day).orElseThrow(() -> absent(kind, id, day));
  }

  /** A new thing. */
  public long begin(ThingKind kind, Days days, Map<String, @Nullable String> values)
      throws SQLException {
    long id = editor.create(kind.table(), SOURCE, UUID.randomUUID().toString());
    read.put(thing(kind, id), editor.read(table(kind), id));
    put(kind, id, timeline -> timeline.begin(days, composed(kind, values)));
    return id;
  }

  /** A known thing is there again. */
  public void beginAgain(ThingKind kind, long id, Days days, Map<String, @Nullable String> values)
      throws SQLException {
    put(kind, id, timeline -> timeline.begin(days, composed(kind, values)));
  }

  public void change(ThingKind kind, long id, LocalDate from, Map<String, @Nullable String> values)
      throws SQLException {
    put(kind, id, timeline -> recomposed(kind, timeline.change(from, values), values));
  }

  public void correct(ThingKind kind, long id, Days days, Map<String, @Nullable String> values)
      throws SQLException {
    put(kind, id, timeline -> recomposed(kind, timeline.correct(days, values), values));
  }

  public void end(ThingKind kind, long id, LocalDate day) throws SQLException {
    put(kind, id, timeline -> timeline.end(day));
  }

  public void restate(ThingKind kind, long id, Days days) throws SQLException {
    put(kind, id, timeline -> timeline.restate(days));
  }

  public void withdraw(ThingKind kind, long id, Days days) throws SQLException {
    put(kind, id, timeline -> timeline.withdraw(days));
  }

  /** What becomes of one thing among many. */
  @FunctionalInterface
  public interface Rewriting {
    Timeline of(long id, Timeline timeline) throws UnfitException;
  }

  /** Writes many things of a kind in a few statements; answers how many really differed. */
  public int rewriteAll(ThingKind kind, Collection<Long> ids, Rewriting rewriting)
      throws SQLException {
    Map<Long, Timeline> before = editor.readAll(table(kind), ids);
    Map<Long, Timeline> after = new HashMap<>();
    for (Map.Entry<Long, Timeline> each : before.entrySet()) {
      try {
        after.put(each.getKey(), rewriting.of(each.getKey(), each.getValue()));
      } catch (UnfitException e) {
        throw unfit(kind, each.getKey(), e);
      }
    }
    Set<Long> written = editor.writeAll(table(kind), before, after);
    written.forEach(id -> read.remove(thing(kind, id)));
    return written.size();
  }

  /**
   * Ends those of many things that are there the day before; answers how many that were. What only
   * begins on that day or later is left as it is.
   */
  public int endAll(ThingKind kind, Collection<Long> ids, LocalDate day) throws SQLException {
    return rewriteAll(
        kind,
        ids,
        (id, timeline) -> timeline.on(day.minusDays(1)).isEmpty() ? timeline : timeline.end(day));
  }

  /** Things of a kind that point at another one and share a day with the days from one on. */
  public List<Long> pointingAt(ThingKind kind, String column, long target, LocalDate from)
      throws SQLException {
    return pointingAt(kind, column, List.of(target), from);
  }

  /** Things of a kind that point at any of others and share a day with the days from one on. */
  public List<Long> pointingAt(
      ThingKind kind, String column, Collection<Long> targets, LocalDate from) throws SQLException {
    String sql =
        "SELECT DISTINCT id FROM register."
            + kind.table()
            + " WHERE upper_inf(recorded) AND valid && daterange(?, NULL) AND "
            + column
            + " = ANY (?) ORDER BY id";
    List<Long> ids = new ArrayList<>();
    try (var statement = transaction.connection().prepareStatement(sql)) {
      statement.setObject(1, from);
      statement.setArray(2, transaction.connection().createArrayOf("bigint", targets.toArray()));
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
    }
    return ids;
  }

  /**
   * Ids a statement finds, among them what this edit wrote.
   *
   * @param sql with one column, bigint
   */
  public List<Long> find(String sql, Map<String, ?> parameters) {
    return new NamedParameterJdbcTemplate(
            new SingleConnectionDataSource(transaction.connection(), true))
        .queryForList(sql, parameters, Long.class);
  }

  /** As {@link #find}, in all areas: for what has to be unique in the city. */
  public List<Long> findEverywhere(String sql, Map<String, ?> parameters) throws SQLException {
    return Settling.run(transaction.connection(), () -> find(sql, parameters));
  }

  /** Statements of a feature in this transaction: they see what it wrote. */
  public JdbcClient jdbc() {
    return JdbcClient.create(new SingleConnectionDataSource(transaction.connection(), true));
  }

  /** The change record's number, made now if it was not yet: for what is written beside facts. */
  public long requireChange() throws SQLException {
    return transaction.change();
  }

  /** Reads in all areas, as {@link #findEverywhere} does. */
  public <T> T everywhere(Settling.Work<T> work) throws SQLException {
    return Settling.run(transaction.connection(), work);
  }

  /**
   * What a change said of things is believed no more. They are locked, and nothing was written of
   * them since.
   */
  public void unsay(ThingKind kind, long change, Collection<Long> ids) throws SQLException {
    reverse(kind, ids, "v.opened_by = " + change + " AND upper_inf(v.recorded)", "false");
  }

  /** What a change ended of things is said again. */
  public void sayAgain(ThingKind kind, long change, Collection<Long> ids) throws SQLException {
    reverse(kind, ids, "false", "v.closed_by = " + change);
  }

  private void reverse(ThingKind kind, Collection<Long> ids, String ending, String again)
      throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    String of =
        "SELECT v.version FROM register."
            + kind.table()
            + " v WHERE v.id IN ("
            + ids.stream().map(String::valueOf).collect(Collectors.joining(","))
            + ") AND ";
    new FactReversal(transaction).write(table(kind), of + ending, of + again);
    ids.forEach(id -> read.remove(thing(kind, id)));
  }

  ChangeTransaction transaction() {
    return transaction;
  }

  /** The change record's number, where something was written. */
  public OptionalLong change() {
    return transaction.findChange();
  }

  private interface Verb {
    Timeline on(Timeline timeline) throws UnfitException;
  }

  private void put(ThingKind kind, long id, Verb verb) throws SQLException {
    Timeline before = timeline(kind, id);
    Timeline after;
    try {
      after = verb.on(before);
    } catch (UnfitException e) {
      throw unfit(kind, id, e);
    }
    if (editor.write(table(kind), id, before, after)) {
      read.remove(thing(kind, id)); // what was written has numbers now
    }
  }

  private static Map<String, @Nullable String> composed(
      ThingKind kind, Map<String, @Nullable String> values) {
    return Composition.of(kind, values);
  }

  /** Where parts of a composed value changed, each version is composed anew. */
  private static Timeline recomposed(
      ThingKind kind, Timeline timeline, Map<String, @Nullable String> changed)
      throws UnfitException {
    if (!Composition.concerns(kind, changed.keySet())) {
      return timeline;
    }
    Timeline result = timeline;
    for (Version version : timeline.versions()) {
      result = result.correct(version.days(), Composition.of(kind, version.values()));
    }
    return result;
  }

  private static Refusal unfit(ThingKind kind, long id, UnfitException e) {
    return e.fault() == UnfitException.Fault.ABSENT
        ? absent(kind, id, e.day())
        : Refusal.of(
            Refusal.Kind.CONFLICT, "thing.present", kind.label() + "在 " + e.day() + " 已经有记录");
  }

  private static Refusal absent(ThingKind kind, long id, LocalDate day) {
    return Refusal.of(
        Refusal.Kind.CONFLICT, "thing.absent", day + " 没有编号为 " + id + " 的" + kind.label());
  }

  private FactTable table(ThingKind kind) throws SQLException {
    FactTable known = tables.get(kind);
    if (known == null) {
      known = FactTable.read(transaction.connection(), kind.table(), kind.derived());
      tables.put(kind, known);
    }
    return known;
  }
}
