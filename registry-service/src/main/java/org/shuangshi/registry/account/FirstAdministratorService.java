package org.shuangshi.registry.account;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.audit.EventLog.Actor;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first administrator of a register that has no account: whoever can read the terminal it was
 * started from proves it by the one-time token printed there.
 */
@Service
class FirstAdministratorService {
  private static final String PUT = Sql.of("account/first-token-put.sql");
  private static final String TAKE = Sql.of("account/first-token-take.sql");
  private static final String ALONE = Sql.of("account/first-alone.sql");
  private static final Duration GOOD_FOR = Duration.ofHours(24);
  private static final String ROLE = "administrator";

  private final JdbcClient jdbc;
  private final AccountRepository accounts;
  private final Passwords passwords;
  private final SessionService sessions;
  private final EventLog log;
  private final Days days;
  private final Clock clock;

  FirstAdministratorService(
      JdbcClient jdbc,
      AccountRepository accounts,
      Passwords passwords,
      SessionService sessions,
      EventLog log,
      Days days,
      Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.log = log;
    this.days = days;
    this.clock = clock;
  }

  /** Whether there is no account as yet. */
  boolean isMissing() {
    return !accounts.any();
  }

  /** A new one-time token; the one before it is no longer good. */
  @Transactional
  String invite() {
    String secret = Secret.words(Secret.random(18));
    jdbc.sql(PUT)
        .param("hash", Secret.digest(secret))
        .param("expires", clock.instant().plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
        .update();
    return secret;
  }

  /** Makes the administrator and signs in; answers the secret of the session. */
  @Transactional
  String make(String token, String typed, String displayName, String password, Origin origin) {
    // two at once: the second waits here, and then is not the first
    jdbc.sql(ALONE).query((row, n) -> true).single();
    boolean taken =
        !accounts.any()
            && jdbc.sql(TAKE)
                    .param("hash", Secret.digest(token.strip()))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update()
                == 1;
    if (!taken) {
      throw Refusal.of(
          Refusal.Kind.FORBIDDEN,
          "first-token.refused",
          "一次性口令不对、已过期，或已经有账号；请重新运行 ./registry up 取得新口令");
    }
    String name = AccountName.required(typed);
    PasswordRules.check("password", password, name);
    long id =
        accounts.create(
            name, displayName.strip(), Account.Kind.PERSON, passwords.hash(password), false, false);
    accounts.grantEverywhere(id, ROLE, days.today(), name);
    log.record(
        new Actor(name, id, origin.address()),
        Event.ofAccount("account.made", id).with("role", ROLE).with("first", "true"));
    return sessions.begin(accounts.get(id), 1, origin);
  }
}
