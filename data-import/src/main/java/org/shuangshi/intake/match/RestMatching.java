package org.shuangshi.intake.match;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.address.Address;
import org.shuangshi.gis.address.AddressReader;
import org.shuangshi.gis.address.Ambiguity;
import org.shuangshi.gis.address.Component;
import org.shuangshi.gis.address.Gazetteer;
import org.shuangshi.gis.address.Reading;

/**
 * Matches the texts no address has to the letter: read once for the names they hold, then batch by
 * batch of names against a matcher that holds the addresses of those names and no more.
 */
final class RestMatching {

  private static final int FETCH = 2000;

  /** Addresses in memory at a time, but for those of one name: some 40 MB. */
  private static final long MOST_HELD = 20_000;

  /** Texts in memory at a time. */
  private static final int MOST_TEXTS = 20_000;

  private record Said(long n, String word) {}

  private final MatchSql sql;
  private final boolean ownUnits;

  RestMatching(MatchSql sql, boolean ownUnits) {
    this.sql = sql;
    this.ownUnits = ownUnits;
  }

  void run() throws SQLException {
    sql.run("rest");
    sql.run("rest_name");
    sql.analyze("rest");
    if (any("rest")) {
      Gazetteer names = RegisterNames.read(sql);
      try (MatchedRows matched = new MatchedRows(sql)) {
        readNames(new AddressReader(names), matched);
        sql.analyze("rest_name");
        sql.run("held_name");
        if (ownUnits) {
          sql.run("held_name_own");
        }
        sql.index("held_name", "name");
        sql.analyze("held_name");
        match(names, matched);
        matched.flush();
      }
      sql.drop("held_name");
    }
    sql.drop("rest", "rest_name");
  }

  private boolean any(String table) throws SQLException {
    try (Statement statement = sql.connection().createStatement();
        ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM " + table + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private void readNames(AddressReader reader, MatchedRows matched) throws SQLException {
    try (Statement statement = sql.connection().createStatement();
        PreparedStatement insert =
            sql.connection().prepareStatement(MatchSql.named("rest_name_row"))) {
      statement.setFetchSize(FETCH);
      int waiting = 0;
      try (ResultSet rows = statement.executeQuery("SELECT n, word FROM rest")) {
        while (rows.next()) {
          long n = rows.getLong(1);
          Reading reading = reader.read(rows.getString(2));
          Set<String> names = names(reading);
          if (names.isEmpty()) {
            matched.addUnread(n, reading);
          }
          for (String name : names) {
            insert.setLong(1, n);
            insert.setString(2, name);
            insert.addBatch();
            waiting++;
          }
          if (waiting >= FETCH) {
            insert.executeBatch();
            waiting = 0;
          }
        }
      }
      insert.executeBatch();
    }
  }

  /** What addresses that can fit share with the text, read in any way; see {@code Anchors}. */
  private static Set<String> names(Reading reading) {
    Set<String> names = new LinkedHashSet<>();
    addNames(reading.address(), names);
    for (Ambiguity each : reading.ambiguities()) {
      addNames(each.instead(), names);
    }
    return names;
  }

  private static void addNames(Address address, Set<String> names) {
    add(address.get(Component.ROAD), names);
    add(address.get(Component.ESTATE), names);
    if (!address.has(Component.ROAD)) {
      add(address.get(Component.LANE), names);
      add(address.get(Component.COMMUNITY), names);
    }
  }

  private static void add(@Nullable String name, Set<String> names) {
    if (name != null) {
      names.add(name);
    }
  }

  private void match(Gazetteer names, MatchedRows matched) throws SQLException {
    Map<String, Long> sizes = sizes();
    try (Statement statement = sql.connection().createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery(MatchSql.named("rest_by_name"))) {
        List<Said> batch = new ArrayList<>();
        Set<String> shared = new LinkedHashSet<>();
        long held = 0;
        Date day = null;
        while (rows.next()) {
          List<String> own = RegisterNames.texts(rows.getArray("names"));
          long more =
              own.stream()
                  .filter(name -> !shared.contains(name))
                  .mapToLong(name -> sizes.getOrDefault(name, 0L))
                  .sum();
          boolean full = held + more > MOST_HELD || batch.size() == MOST_TEXTS;
          if (day != null && (full || !day.equals(rows.getDate("day")))) {
            match(names, batch, shared, day, matched);
            batch.clear();
            shared.clear();
            held = 0;
            more = own.stream().mapToLong(name -> sizes.getOrDefault(name, 0L)).sum();
          }
          day = rows.getDate("day");
          shared.addAll(own);
          held += more;
          batch.add(new Said(rows.getLong("n"), rows.getString("word")));
        }
        if (day != null) {
          match(names, batch, shared, day, matched);
        }
      }
    }
  }

  private Map<String, Long> sizes() throws SQLException {
    Map<String, Long> sizes = new HashMap<>();
    try (Statement statement = sql.connection().createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT name, count(*) FROM held_name GROUP BY name")) {
      while (rows.next()) {
        sizes.put(rows.getString(1), rows.getLong(2));
      }
    }
    return sizes;
  }

  private void match(
      Gazetteer names, List<Said> batch, Set<String> shared, Date day, MatchedRows matched)
      throws SQLException {
    if (batch.isEmpty()) {
      return;
    }
    HeldAddresses held = HeldAddresses.read(sql, names, ownUnits, shared, day);
    for (Said each : batch) {
      matched.add(each.n(), held.matcher().match(each.word()), held);
    }
  }
}
