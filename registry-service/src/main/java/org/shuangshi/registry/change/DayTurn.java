package org.shuangshi.registry.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.ChangeReason;
import org.shuangshi.intake.fact.ChangeTransaction;
import org.shuangshi.intake.load.Links;
import org.shuangshi.registry.edit.Settling;
import org.shuangshi.registry.request.Days;
import org.springframework.stereotype.Component;

/**
 * Writes the change of kind DAY that begins a day in the feed, once: what was said for that day
 * comes true there. Boundaries of communities that move with the day move what lies in them.
 */
@Component
class DayTurn {
  private static final ChangeReason NEW_DAY =
      new ChangeReason("登记簿", "日期更替", "日历", ChangeReason.Kind.DAY);

  /** Any number would do; no other lock of the register uses it. */
  private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(91570133093961)";

  private final FeedRepository feed;
  private final DataSource connections;
  private final Days days;

  DayTurn(FeedRepository feed, DataSource connections, Days days) {
    this.feed = feed;
    this.connections = connections;
    this.days = days;
  }

  void toToday() {
    if (isBehind(feed.day())) {
      try (Connection connection = connections.getConnection();
          ChangeTransaction transaction = ChangeTransaction.begin(connection, NEW_DAY)) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(ONE_AT_A_TIME);
        }
        LocalDate last = feed.day();
        if (isBehind(last)) {
          transaction.change();
          if (last != null) {
            Settling.run(
                connection,
                () -> {
                  Links links = new Links(transaction);
                  links.communitiesTurned(last, days.today());
                  links.placesFollow();
                  return true;
                });
          }
          transaction.commit();
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private boolean isBehind(@Nullable LocalDate day) {
    return day == null || day.isBefore(days.today());
  }
}
