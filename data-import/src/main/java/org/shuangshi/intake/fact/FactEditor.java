package org.shuangshi.intake.fact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.Timeline.Difference;

/**
 * Writes what hands change of single things: locks them, reads their timelines, puts new timelines
 * in their place. The counterpart for sets is {@link FactWriter}.
 *
 * <p>Lock all things of a transaction at once, before anything is read or written; then two hands
 * can only wait for each other in one order.
 */
public final class FactEditor {

  /** SQLSTATE insufficient_privilege. */
  private static final String NOT_ALLOWED = "42501";

  private final ChangeTransaction transaction;
  private final Sealing sealing;

  public FactEditor(ChangeTransaction transaction, Sealing sealing) {
    this.transaction = transaction;
    this.sealing = sealing;
  }

  /** A thing by its fact table and id. */
  public record Thing(String table, long id) {}

  /** Locks things until the transaction ends, in an order that is the same for everybody. */
  public void lock(Collection<Thing> things) throws SQLException {
    Map<String, Set<Long>> byTable = new TreeMap<>(FactEditor::inOrder);
    for (Thing thing : things) {
      byTable.computeIfAbsent(thing.table(), table -> new TreeSet<>()).add(thing.id());
    }
    for (Map.Entry<String, Set<Long>> each : byTable.entrySet()) {
      try (PreparedStatement statement =
          connection()
              .prepareStatement(
                  "SELECT id FROM identity."
                      + FactSql.quoted(each.getKey())
                      + " WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE")) {
        statement.setArray(1, connection().createArrayOf("bigint", each.getValue().toArray()));
        statement.execute();
      }
    }
  }

  /** Imports come to units before they come to those who live in them. */
  private static int inOrder(String one, String other) {
    int first = Integer.compare(place(one), place(other));
    return first != 0 ? first : one.compareTo(other);
  }

  private static int place(String table) {
    return switch (table) {
      case "region" -> 0;
      case "grid" -> 1;
      case "estate", "road" -> 2;
      case "address" -> 3;
      case "building" -> 4;
      case "entrance" -> 5;
      case "unit" -> 6;
      case "household" -> 7;
      case "person" -> 8;
      default -> 9;
    };
  }

  /** Makes a thing that has no facts yet; nobody else knows of it before the transaction ends. */
  public long create(String table, String source, String key) throws SQLException {
    // not RETURNING: row-level security shows a thing only once something is said of it
    try (PreparedStatement statement =
        connection()
            .prepareStatement(
                "WITH next AS MATERIALIZED (SELECT nextval('identity.id_seq') AS id),"
                    + " made AS (INSERT INTO identity."
                    + FactSql.quoted(table)
                    + " (id, source, key) SELECT id, ?, ? FROM next)"
                    + " SELECT id FROM next")) {
      statement.setString(1, source);
      statement.setString(2, key);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** What is believed of a thing; empty where nothing is. */
  public Timeline read(FactTable table, long id) throws SQLException {
    return new Timeline(versions(table, List.of(id)).getOrDefault(id, List.of()), table.derived());
  }

  /** What is believed of several things, every id answered. */
  public Map<Long, Timeline> readAll(FactTable table, Collection<Long> ids) throws SQLException {
    Map<Long, List<Version>> versions = versions(table, ids);
    Map<Long, Timeline> timelines = new HashMap<>();
    for (Long id : ids) {
      timelines.put(id, new Timeline(versions.getOrDefault(id, List.of()), table.derived()));
    }
    return timelines;
  }

  private Map<Long, List<Version>> versions(FactTable table, Collection<Long> ids)
      throws SQLException {
    Map<Long, List<Version>> versions = new HashMap<>();
    String sql =
        "SELECT id, version, lower(valid), upper(valid), lower(recorded), opened_by, "
            + columns(table, column -> column.quoted() + "::text")
            + " FROM register."
            + FactSql.quoted(table.name())
            + " WHERE id = ANY (?) AND upper_inf(recorded)";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setArray(1, connection().createArrayOf("bigint", ids.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          versions
              .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
              .add(version(table, row));
        }
      }
    }
    return versions;
  }

  private Version version(FactTable table, ResultSet row) throws SQLException {
    Map<String, @Nullable String> values = new HashMap<>();
    for (int i = 0; i < table.columns().size(); i++) {
      values.put(table.columns().get(i).name(), row.getString(7 + i));
    }
    return new Version(
        OptionalLong.of(row.getLong(2)),
        new Days(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)),
        row.getObject(5, OffsetDateTime.class),
        row.getLong(6),
        sealing.opened(table.name(), row.getLong(1), values));
  }

  /**
   * Puts a timeline in the place of another.
   *
   * @param before as read in this transaction, after locking
   * @return whether anything differed
   */
  public boolean write(FactTable table, long id, Timeline before, Timeline after)
      throws SQLException {
    return !writeAll(table, Map.of(id, before), Map.of(id, after)).isEmpty();
  }

  /**
   * Puts timelines of many things in the place of others: a few statements however many they are.
   *
   * @param before by id, as read in this transaction, after locking
   * @param after by id; every one has its before
   * @return ids of those in which anything differed
   */
  public Set<Long> writeAll(FactTable table, Map<Long, Timeline> before, Map<Long, Timeline> after)
      throws SQLException {
    Map<Long, List<Version>> open = new TreeMap<>();
    List<Version> close = new ArrayList<>();
    for (Map.Entry<Long, Timeline> each : after.entrySet()) {
      Timeline known = before.get(each.getKey());
      if (known == null) {
        throw new IllegalArgumentException("nothing read of " + each.getKey());
      }
      Difference difference = each.getValue().since(known);
      if (!difference.isNone()) {
        open.put(each.getKey(), difference.open());
        close.addAll(difference.close());
      }
    }
    if (!open.isEmpty()) {
      ChangeTransaction.Change change = transaction.record();
      OffsetDateTime at = instant(change, close);
      close(table, close, change.id(), at);
      open(table, open, change.id(), at);
    }
    return open.keySet();
  }

  /** The change's own, but after all that it replaces: a clock may have been set back. */
  private static OffsetDateTime instant(ChangeTransaction.Change change, List<Version> close) {
    OffsetDateTime at = change.at();
    for (Version each : close) {
      OffsetDateTime recorded = each.recorded();
      if (each.openedBy() != change.id() && recorded != null && !recorded.isBefore(at)) {
        at = recorded.plus(1, ChronoUnit.MICROS);
      }
    }
    return at;
  }

  private void close(FactTable table, List<Version> versions, long change, OffsetDateTime at)
      throws SQLException {
    String name = "register." + FactSql.quoted(table.name());
    List<Long> own = new ArrayList<>(); // never believed by anyone: taken back
    List<Long> believed = new ArrayList<>();
    for (Version each : versions) {
      (each.openedBy() == change ? own : believed).add(each.number().orElseThrow());
    }
    if (!own.isEmpty()) {
      try (PreparedStatement statement =
          connection().prepareStatement("DELETE FROM " + name + " WHERE version = ANY (?)")) {
        statement.setArray(1, connection().createArrayOf("bigint", own.toArray()));
        statement.executeUpdate();
      }
    }
    if (!believed.isEmpty()) {
      try (PreparedStatement statement =
          connection()
              .prepareStatement(
                  "UPDATE "
                      + name
                      + " SET recorded = tstzrange(lower(recorded), ?), closed_by = ?"
                      + " WHERE version = ANY (?)")) {
        statement.setObject(1, at);
        statement.setLong(2, change);
        statement.setArray(3, connection().createArrayOf("bigint", believed.toArray()));
        if (statement.executeUpdate() != believed.size()) {
          // seen, but not to be written: row-level security passes over such rows in silence
          throw new SQLException("rows outside the areas that may be written", NOT_ALLOWED);
        }
      }
    }
  }

  private void open(
      FactTable table, Map<Long, List<Version>> versions, long change, OffsetDateTime at)
      throws SQLException {
    String sql =
        "INSERT INTO register."
            + FactSql.quoted(table.name())
            + " (id, valid, recorded, opened_by, "
            + columns(table, FactColumn::quoted)
            + ") VALUES (?, daterange(CAST(? AS date), CAST(? AS date)), tstzrange(?, NULL), ?, "
            + columns(table, column -> "CAST(? AS " + column.type() + ")")
            + ")";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      for (Map.Entry<Long, List<Version>> thing : versions.entrySet()) {
        for (Version each : thing.getValue()) {
          statement.setLong(1, thing.getKey());
          statement.setObject(2, each.days().from());
          statement.setObject(3, each.days().to());
          statement.setObject(4, at);
          statement.setLong(5, change);
          Map<String, @Nullable String> kept =
              sealing.sealed(table.name(), thing.getKey(), each.values());
          for (int i = 0; i < table.columns().size(); i++) {
            statement.setString(6 + i, kept.get(table.columns().get(i).name()));
          }
          statement.addBatch();
        }
      }
      statement.executeBatch();
    }
  }

  private static String columns(FactTable table, Function<FactColumn, String> form) {
    return table.columns().stream().map(form).collect(Collectors.joining(", "));
  }

  private Connection connection() {
    return transaction.connection();
  }
}
