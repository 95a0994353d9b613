package org.shuangshi.registry.account;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.audit.EventLog.Actor;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts by hand of who has the database, beside the service and without its container. */
final class AccountDesk {
  private static final Actor COMMAND_LINE = new Actor("命令行", null, null);

  /** Known to everybody: it is in the README. */
  private static final String DEMO_PASSWORD = "demo-only";

  /** A demo account, what it is called, and the role it has. */
  private record DemoAccount(String name, String displayName, String role) {}

  private static final List<DemoAccount> DEMO =
      List.of(
          new DemoAccount("gis", "演示 GIS 操作员", "gis"),
          new DemoAccount("officer", "演示街道工作人员", "officer"),
          new DemoAccount("planner", "演示规划人员", "planner"),
          new DemoAccount("steward", "演示数据管理员", "steward"),
          new DemoAccount("admin", "演示系统管理员", "administrator"),
          new DemoAccount("auditor", "演示审计员", "auditor"));

  private final AccountRepository accounts;
  private final SessionRepository sessions;
  private final TotpRepository totp;
  private final TokenService tokens;
  private final FirstAdministratorService first;
  private final Passwords passwords = new Passwords();
  private final EventLog log;
  private final Days days;
  private final TransactionTemplate transaction;

  AccountDesk(DataSource database) {
    Clock clock = Clock.systemUTC();
    JdbcClient jdbc = JdbcClient.create(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    days = new Days(clock);
    log = new EventLog(jdbc);
    accounts = new AccountRepository(jdbc);
    sessions = new SessionRepository(jdbc);
    totp = new TotpRepository(jdbc);
    tokens = new TokenService(new TokenRepository(jdbc), log, clock);
    first =
        new FirstAdministratorService(
            jdbc, accounts, passwords, new SessionService(sessions, log, clock), log, days, clock);
  }

  /**
   * A new account with roles in the whole city.
   *
   * @param password null: it has none
   */
  void create(
      Account.Kind kind,
      String typed,
      String displayName,
      List<String> roles,
      @Nullable String password) {
    String name = AccountName.required(typed);
    if (password != null) {
      PasswordRules.check("password", password, name);
    }
    transaction.executeWithoutResult(
        unused -> make(kind, name, displayName, roles, password, false));
  }

  private void make(
      Account.Kind kind,
      String name,
      String displayName,
      List<String> roles,
      @Nullable String password,
      boolean demo) {
    long id =
        accounts.create(
            name,
            displayName,
            kind,
            password == null ? null : passwords.hash(password),
            false,
            demo);
    for (String role : roles) {
      if (!accounts.grantEverywhere(id, role, days.today(), COMMAND_LINE.who())) {
        throw Refusal.field("role", "role.unknown", "没有角色 " + role);
      }
    }
    log.record(
        COMMAND_LINE, Event.ofAccount("account.made", id).with("roles", String.join(" ", roles)));
  }

  String token(String typed, String purpose, @Nullable Integer days) {
    Account account = find(typed);
    return tokens.make(COMMAND_LINE, account.id(), purpose, days).secret();
  }

  /** A passing password for who forgot theirs; answers it. */
  String reset(String typed) {
    Account account = find(typed);
    if (account.demo() || account.kind() == Account.Kind.PROGRAM) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "account.no-password", "演示账号和程序账号没有可重置的密码");
    }
    String passing = Secret.words(Secret.random(15));
    transaction.executeWithoutResult(
        unused -> {
          accounts.setPassword(account.id(), passwords.hash(passing), true);
          totp.remove(account.id());
          sessions.end(account.id(), null, null);
          log.record(COMMAND_LINE, Event.ofAccount("password.reset", account.id()));
        });
    return passing;
  }

  /** The one-time token for the first administrator; none where there is an account already. */
  Optional<String> invite() {
    return Objects.requireNonNull(
        transaction.execute(
            unused -> accounts.any() ? Optional.<String>empty() : Optional.of(first.invite())));
  }

  /** The demo accounts, those that are not there yet. */
  void demo() {
    transaction.executeWithoutResult(
        unused ->
            DEMO.forEach(
                demo -> {
                  if (accounts.find(demo.name()).isEmpty()) {
                    make(
                        Account.Kind.PERSON,
                        demo.name(),
                        demo.displayName(),
                        List.of(demo.role()),
                        DEMO_PASSWORD,
                        true);
                  }
                }));
  }

  private Account find(String typed) {
    String name = AccountName.folded(typed);
    return accounts
        .find(name)
        .orElseThrow(() -> Refusal.unknown("account.unknown", "没有账号 " + name));
  }
}
