package org.shuangshi.registry.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows who guesses passwords: after {@value #FREE} failures in a row the next try waits 1 s, then
 * 2 s, 4 s … up to {@value #LONGEST_SECONDS} s, counted by name <em>and</em> where it comes from. A
 * browser that signed in to the account before is counted by itself, so that nobody locks its owner
 * out, not even from the same address.
 */
@Component
class Throttle {
  static final int FREE = 5;
  static final int LONGEST_SECONDS = 300;

  private static final String TRY = Sql.of("account/try.sql");
  private static final String WAIT = Sql.of("account/wait.sql");
  private static final String FORGET = Sql.of("account/forget-failures.sql");
  private static final String KNOWN = Sql.of("account/known-browser.sql");
  private static final String REMEMBER = Sql.of("account/remember-browser.sql");

  private final JdbcClient jdbc;
  private final Clock clock;

  Throttle(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a try is counted under. */
  record Count(String account, String origin) {}

  /** Too early: so many seconds are left. */
  static final class TooEarlyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long seconds;

    private TooEarlyException(long seconds) {
      super("wait " + seconds + " s", null, false, false);
      this.seconds = seconds;
    }

    long seconds() {
      return seconds;
    }

    Refusal refusal() {
      return Refusal.of(Refusal.Kind.BUSY, "sign-in.slowed", "试错次数太多，请等 " + seconds + " 秒再试");
    }
  }

  /**
   * Counts a try before it is made, so that many at once are no way around it.
   *
   * @param name folded, known or not
   */
  Count begin(String name, Origin origin) {
    Count count = new Count(digest(name), where(name, origin));
    OffsetDateTime now = now();
    boolean counted =
        jdbc.sql(TRY)
                .param("account", count.account())
                .param("origin", count.origin())
                .param("now", now)
                .param("free", FREE)
                .param("longest", LONGEST_SECONDS)
                .update()
            == 1;
    if (!counted) {
      OffsetDateTime until =
          jdbc.sql(WAIT)
              .param("account", count.account())
              .param("origin", count.origin())
              .param("free", FREE)
              .param("longest", LONGEST_SECONDS)
              .query((row, n) -> row.getObject("until", OffsetDateTime.class))
              .optional()
              .orElse(now);
      throw new TooEarlyException(Math.max(1, Duration.between(now, until).toSeconds()));
    }
    return count;
  }

  /** It was the right password. */
  void succeeded(Count count) {
    jdbc.sql(FORGET).param("account", count.account()).param("origin", count.origin()).update();
  }

  /** From now on this browser is counted by itself where it signs in to the account. */
  void remember(String browser, long account) {
    jdbc.sql(REMEMBER)
        .param("hash", Secret.digest(browser))
        .param("account", account)
        .param("now", now())
        .update();
  }

  private String where(String name, Origin origin) {
    if (origin.browser() != null) {
      byte[] hash = Secret.digest(origin.browser());
      if (jdbc.sql(KNOWN).param("hash", hash).param("name", name).query(Boolean.class).single()) {
        return "browser " + HexFormat.of().formatHex(hash);
      }
    }
    return "address " + origin.address();
  }

  private static String digest(String name) {
    return HexFormat.of().formatHex(Secret.digest(name));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
