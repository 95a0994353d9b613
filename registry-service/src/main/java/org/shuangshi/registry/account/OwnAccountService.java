package org.shuangshi.registry.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.account.OwnAccountResponse.OwnSession;
import org.shuangshi.registry.account.OwnAccountResponse.OwnToken;
import org.shuangshi.registry.account.Throttle.Count;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.audit.EventLog.Actor;
import org.shuangshi.registry.grant.Grant;
import org.shuangshi.registry.grant.GrantService;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may do with their own account. */
@Service
class OwnAccountService {
  private final AccountRepository accounts;
  private final GrantService grants;
  private final SessionService sessions;
  private final TokenService tokens;
  private final Passwords passwords;
  private final Throttle throttle;
  private final SecondFactorService factors;
  private final EventLog log;

  OwnAccountService(
      AccountRepository accounts,
      GrantService grants,
      SessionService sessions,
      TokenService tokens,
      Passwords passwords,
      Throttle throttle,
      SecondFactorService factors,
      EventLog log) {
    this.accounts = accounts;
    this.grants = grants;
    this.sessions = sessions;
    this.tokens = tokens;
    this.passwords = passwords;
    this.throttle = throttle;
    this.factors = factors;
    this.log = log;
  }

  /**
   * All of it.
   *
   * @param session the one that asks; null: none
   */
  OwnAccountResponse get(Reader reader, @Nullable Long session) {
    Account account = accounts.get(reader.account());
    List<Grant> granted = grants.ofAccount(account.id());
    List<OwnSession> browsers =
        sessions.list(account.id()).stream()
            .map(
                each ->
                    new OwnSession(
                        each.id(),
                        each.began(),
                        each.seen(),
                        each.address(),
                        each.agent(),
                        session != null && session == each.id()))
            .toList();
    List<OwnToken> programs =
        tokens.list(account.id()).stream()
            .map(
                each ->
                    new OwnToken(each.id(), each.name(), each.made(), each.used(), each.expires()))
            .toList();
    return new OwnAccountResponse(
        account.name(),
        account.displayName(),
        account.demo(),
        account.passwordSet(),
        factors.isSetUp(account.id()),
        granted,
        browsers,
        programs);
  }

  /** Sets another password and signs out everywhere else. */
  @Transactional(noRollbackFor = Refusal.class)
  void setPassword(
      Reader reader, Origin origin, String current, String wanted, @Nullable Long session) {
    if (reader.obstacle() == Reader.Obstacle.SECOND_FACTOR) {
      reader.requireReady();
    }
    Account account = accounts.get(reader.account());
    if (account.demo()) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "demo.fixed", "演示账号的密码不能改");
    }
    Count count = throttle.begin(account.name(), origin);
    if (!passwords.fits(current, account.password())) {
      throw Refusal.field("current", "password.wrong", "现在的密码不对");
    }
    throttle.succeeded(count);
    PasswordRules.check("password", wanted, account.name());
    if (current.equals(wanted)) {
      throw Refusal.field("password", "password.same", "新密码与现在的相同");
    }
    accounts.setPassword(account.id(), passwords.hash(wanted), false);
    log.record(Event.ofAccount("password.changed", account.id()));
    sessions.endAll(account.id(), session);
  }

  TokenService.Made makeToken(Reader reader, @Nullable String name, @Nullable Integer days) {
    return tokens.make(
        new Actor(reader.name(), reader.account(), reader.address()), reader.account(), name, days);
  }
}
