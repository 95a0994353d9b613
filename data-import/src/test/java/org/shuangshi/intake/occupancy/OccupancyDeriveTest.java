package org.shuangshi.intake.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.occupancy.VacancyRule.Answer;
import org.shuangshi.intake.occupancy.VacancyRule.Seen;
import org.shuangshi.intake.occupancy.VacancyRule.Stay;

/** Random histories of 150 units, every day of them. */
class OccupancyDeriveTest {

  private static final LocalDate DAY_ZERO = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 60;
  private static final int UNITS = 150;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Random random = new Random(20);
  private final Map<Long, Map<Integer, Answer>> expected = new TreeMap<>();
  private long nextEvidence = 500_000;
  private long nextThing = 900_000;

  @Test
  void everyDayOfEveryUnitIsAsTheRuleSaysInTheFunctionAndInTheCache() throws SQLException {
    try (Connection connection = database.connect()) {
      run(
          connection,
          "INSERT INTO change (who, why, source, kind) VALUES ('t', 't', 't', 'IMPORT');"
              + " INSERT INTO identity.person (id, source, key) VALUES (1, 't', '1');"
              + " INSERT INTO identity.building (id, source, key) VALUES (2, 't', '2'), (3, 't', '3')");
      for (long unit = 1000; unit < 1000 + UNITS; unit++) {
        history(connection, unit);
      }
      String units = "(SELECT array_agg(id) FROM identity.unit)";
      assertThat(answers(connection, "occupancy_derive(" + units + ")")).isEqualTo(expected);
      run(connection, "SELECT occupancy_refresh(" + units + ")");
      assertThat(answers(connection, "unit_occupancy")).isEqualTo(expected);
      assertThat(periodsThatCouldBeOne(connection)).isZero();
    }
  }

  @Test
  void whatWasBelievedBeforeCanStillBeAsked() throws SQLException {
    try (Connection connection = database.connect()) {
      run(
          connection,
          """
          INSERT INTO change (who, why, source, kind) VALUES ('t', 't', 't', 'IMPORT');
          INSERT INTO identity.building (id, source, key) VALUES (12, 't', '12');
          INSERT INTO identity.unit (id, source, key) VALUES (11, 't', '11');
          INSERT INTO identity.organisation (id, source, key) VALUES (13, 't', '13');
          INSERT INTO unit (id, valid, recorded, opened_by, building_id, floor, room)
          VALUES (11, '[2024-01-01,)', '[2024-01-01,)', (SELECT max(id) FROM change), 12, 1, '101');
          INSERT INTO organisation (id, valid, recorded, opened_by, closed_by, name, unit_id)
          VALUES (13, '[2024-01-01,)', '[2024-02-01,2024-03-01)', (SELECT max(id) FROM change),
                  (SELECT max(id) FROM change), '店', 11)""");
      assertThat(text(connection, "SELECT state FROM occupancy_derive(ARRAY[11], '2024-02-10')"))
          .isEqualTo("OCCUPIED");
      assertThat(text(connection, "SELECT state FROM occupancy_derive(ARRAY[11])"))
          .isEqualTo("UNVISITED");
    }
  }

  private void history(Connection connection, long unit) throws SQLException {
    run(
        connection,
        "INSERT INTO identity.unit (id, source, key) VALUES (" + unit + ", 't', '" + unit + "')");
    boolean counted = random.nextInt(10) > 0;
    int from = random.nextInt(20);
    int to = from + 5 + random.nextInt(DAYS);
    int moved = from + 1 + random.nextInt(to - from - 1);
    boolean split = random.nextBoolean();
    unitRow(connection, unit, from, split ? moved : to, counted, 2);
    if (split) {
      unitRow(connection, unit, moved, to, counted, random.nextBoolean() ? 2 : 3);
    }
    List<Stay> stays = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      stays.add(stay(connection, unit));
    }
    List<Seen> seen = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      seen.add(evidence(connection, unit));
    }
    VacancyRule rule = new VacancyRule(stays, seen);
    for (int day = from; counted && day < Math.min(to, DAYS); day++) {
      expected.computeIfAbsent(unit, id -> new TreeMap<>()).put(day, rule.on(day));
    }
  }

  private static void unitRow(
      Connection connection, long unit, int from, int to, boolean counted, long building)
      throws SQLException {
    insert(
        connection,
        "unit",
        unit,
        from,
        to,
        "building_id, floor, room, use",
        building + ", 1, '101', '" + (counted ? "DWELLING" : "GARAGE") + "'");
  }

  private Stay stay(Connection connection, long unit) throws SQLException {
    int from = random.nextInt(DAYS) - 5;
    Integer to = random.nextBoolean() ? null : from + 1 + random.nextInt(30);
    String[] roles = {"OWNER", "FAMILY", "TENANT", "LODGER", "STAFF"};
    String[] bases = {"OWN", "OWN", "RENTED", "RENTED", "DORMITORY"};
    int pick = random.nextInt(roles.length + 2);
    long id = nextThing++;
    if (pick < roles.length) {
      identity(connection, "residence", id);
      // one person in many places at once: none is the main one
      String values = "1, " + unit + ", '" + roles[pick] + "', false";
      String columns = "person_id, unit_id, role, main, relation";
      // what changes of a residence meanwhile begins a version, not a stay
      int changed = from + 1 + random.nextInt(15);
      boolean isChanged = random.nextBoolean() && (to == null || changed < to);
      Integer until = isChanged ? Integer.valueOf(changed) : to;
      insert(connection, "residence", id, from, until, columns, values + ", 'CHILD'");
      if (isChanged) {
        insert(connection, "residence", id, changed, to, columns, values + ", 'OTHER'");
      }
      return new Stay(from, to, bases[pick]);
    }
    boolean works = pick == roles.length;
    identity(connection, works ? "organisation" : "tenancy", id);
    if (works) {
      insert(connection, "organisation", id, from, to, "name, unit_id", "'店', " + unit);
    } else {
      insert(connection, "tenancy", id, from, to, "unit_id", Long.toString(unit));
    }
    return new Stay(from, to, works ? "BUSINESS" : "RENTED");
  }

  private Seen evidence(Connection connection, long unit) throws SQLException {
    boolean visit = random.nextBoolean();
    String[] findings = {"NOTED", "LIKELY_EMPTY", "LIVED_IN", "NO_ANSWER", "EMPTY"};
    String finding = findings[random.nextInt(visit ? 5 : 3)];
    int day = random.nextInt(DAYS) - 5;
    long id = nextEvidence++;
    identity(connection, "evidence", id);
    insert(
        connection,
        "evidence",
        id,
        day,
        null,
        "unit_id, kind, finding",
        unit + ", '" + (visit ? "VISIT" : "READING") + "', '" + finding + "'");
    return new Seen(id, day, visit, finding);
  }

  private static void identity(Connection connection, String table, long id) throws SQLException {
    run(
        connection,
        "INSERT INTO identity."
            + table
            + " (id, source, key) VALUES ("
            + id
            + ", 't', '"
            + id
            + "')");
  }

  private static void insert(
      Connection connection,
      String table,
      long id,
      int from,
      @Nullable Integer to,
      String columns,
      String values)
      throws SQLException {
    String until = to == null ? "NULL" : "'" + DAY_ZERO.plusDays(to) + "'";
    run(
        connection,
        "INSERT INTO "
            + table
            + " (id, valid, opened_by, "
            + columns
            + ") VALUES ("
            + id
            + ", daterange('"
            + DAY_ZERO.plusDays(from)
            + "', "
            + until
            + "), (SELECT max(id) FROM change), "
            + values
            + ")");
  }

  private static Map<Long, Map<Integer, Answer>> answers(Connection connection, String relation)
      throws SQLException {
    Map<Long, Map<Integer, Answer>> answers = new TreeMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT o.unit_id, d, o.state, o.basis, o.evidence_id, o.contradiction, o.hint FROM generate_series(0, ?) d JOIN "
                + relation
                + " o ON o.valid @> (?::date + d)")) {
      statement.setInt(1, DAYS - 1);
      statement.setObject(2, DAY_ZERO);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Answer answer =
              new Answer(
                  row.getString(3),
                  row.getString(4),
                  row.getObject(5, Long.class),
                  row.getBoolean(6),
                  row.getString(7));
          Answer before =
              answers
                  .computeIfAbsent(row.getLong(1), id -> new TreeMap<>())
                  .put(row.getInt(2), answer);
          assertThat(before).as("one answer a day").isNull();
        }
      }
    }
    return answers;
  }

  /** Neighbouring periods of the cache that say the same of the same building. */
  private static long periodsThatCouldBeOne(Connection connection) throws SQLException {
    return Long.parseLong(
        text(
            connection,
            "SELECT count(*) FROM unit_occupancy a JOIN unit_occupancy b ON b.unit_id = a.unit_id AND upper(a.valid) = lower(b.valid)"
                + " WHERE (a.building_id, a.state, a.basis, a.evidence_id, a.contradiction, a.hint)"
                + " IS NOT DISTINCT FROM (b.building_id, b.state, b.basis, b.evidence_id, b.contradiction, b.hint)"));
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
