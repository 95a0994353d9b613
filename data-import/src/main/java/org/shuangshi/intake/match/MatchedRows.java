package org.shuangshi.intake.match;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.stream.Collectors;
import org.shuangshi.gis.address.Match;
import org.shuangshi.gis.address.Match.Candidate;
import org.shuangshi.gis.address.Match.Grade;
import org.shuangshi.gis.address.Reading;
import org.shuangshi.intake.match.HeldAddresses.Spot;

/** Writes what the matcher found into the temp table {@code matched}. */
final class MatchedRows implements AutoCloseable {

  private static final int MOST_TOLD = 5;
  private static final int AT_ONCE = 1000;

  private final PreparedStatement insert;
  private int waiting;

  MatchedRows(MatchSql sql) throws SQLException {
    insert = sql.connection().prepareStatement(MatchSql.named("matched_row"));
  }

  /** A text in which nothing was read that addresses are found by. */
  void addUnread(long n, Reading reading) throws SQLException {
    insert.setLong(1, n);
    insert.setNull(2, Types.BIGINT);
    insert.setString(3, Grade.C.name());
    insert.setBoolean(4, false);
    insert.setString(5, null);
    insert.setString(6, "没有读出路、小区或村");
    insert.setString(7, unread(reading));
    insert.setString(8, null);
    insert.setNull(9, Types.DOUBLE);
    insert.setNull(10, Types.DOUBLE);
    put();
  }

  void add(long n, Match match, HeldAddresses held) throws SQLException {
    boolean found = match.grade() != Grade.C;
    Candidate first = match.candidates().isEmpty() ? null : match.candidates().get(0);
    Spot spot = first == null ? null : held.spot(first.id());
    insert.setLong(1, n);
    if (found && first != null) {
      insert.setLong(2, first.id());
    } else {
      insert.setNull(2, Types.BIGINT);
    }
    insert.setString(3, match.grade().name());
    insert.setBoolean(4, !found && match.fitting() > 0);
    insert.setString(5, first == null ? null : first.text());
    insert.setString(6, match.explanation());
    insert.setString(7, match.grade() == Grade.A ? null : unread(match.reading()));
    insert.setString(8, found ? null : candidates(match));
    insert.setObject(9, spot == null ? null : spot.lon(), Types.DOUBLE);
    insert.setObject(10, spot == null ? null : spot.lat(), Types.DOUBLE);
    put();
  }

  private static String candidates(Match match) {
    return match.candidates().stream()
        .limit(MOST_TOLD)
        .map(Candidate::text)
        .collect(Collectors.joining("；"));
  }

  private static String unread(Reading reading) {
    return reading.leftOver().stream()
        .map(span -> span.of(reading.original()).strip())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("、"));
  }

  private void put() throws SQLException {
    insert.addBatch();
    if (++waiting == AT_ONCE) {
      flush();
    }
  }

  void flush() throws SQLException {
    insert.executeBatch();
    waiting = 0;
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
