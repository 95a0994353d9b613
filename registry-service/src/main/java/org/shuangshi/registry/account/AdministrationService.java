package org.shuangshi.registry.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.account.AccountCardResponse.ListedToken;
import org.shuangshi.registry.account.AccountCardResponse.SignedInBrowser;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.audit.EventLog.Actor;
import org.shuangshi.registry.grant.GrantService;
import org.shuangshi.registry.grant.LastAdministrator;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Cursor;
import org.shuangshi.registry.request.Days;
import org.shuangshi.registry.request.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What who administers may do with the accounts of others. */
@Service
class AdministrationService {
  private static final String LIST = "accounts";
  private static final int LONGEST_NAME = 64;
  private static final int PASSING_BYTES = 15;

  private final AccountRepository accounts;
  private final AccountListRepository list;
  private final SessionService sessions;
  private final TokenService tokens;
  private final TotpRepository totp;
  private final GrantService grants;
  private final LastAdministrator last;
  private final Passwords passwords;
  private final EventLog log;
  private final Days days;

  AdministrationService(
      AccountRepository accounts,
      AccountListRepository list,
      SessionService sessions,
      TokenService tokens,
      TotpRepository totp,
      GrantService grants,
      LastAdministrator last,
      Passwords passwords,
      EventLog log,
      Days days) {
    this.accounts = accounts;
    this.list = list;
    this.sessions = sessions;
    this.tokens = tokens;
    this.totp = totp;
    this.grants = grants;
    this.last = last;
    this.passwords = passwords;
    this.log = log;
    this.days = days;
  }

  Page<AccountResponse> list(@Nullable String words, int limit, @Nullable String after) {
    Cursor cursor = Cursor.read(LIST, 1, after);
    return Page.cut(
        list.list(
            words == null || words.isBlank() ? null : words.strip().toLowerCase(Locale.ROOT),
            cursor == null ? "" : cursor.word(0),
            days.today(),
            Page.rowsFor(limit)),
        limit,
        account -> Cursor.of(LIST, account.name()));
  }

  AccountCardResponse get(long id) {
    return new AccountCardResponse(
        find(id),
        grants.ofAccount(id),
        sessions.list(id).stream()
            .map(
                each ->
                    new SignedInBrowser(
                        each.id(), each.began(), each.seen(), each.address(), each.agent()))
            .toList(),
        tokens.list(id).stream()
            .map(
                each ->
                    new ListedToken(
                        each.id(), each.name(), each.made(), each.used(), each.expires()))
            .toList());
  }

  @Transactional
  public PassingPassword make(AccountRequest asked) {
    String name = AccountName.required(Required.of("name", asked.name()));
    String displayName = Required.of("displayName", asked.displayName()).strip();
    if (displayName.length() > LONGEST_NAME) {
      throw Refusal.field("displayName", "account.display-name", "姓名最多 " + LONGEST_NAME + " 个字");
    }
    Account.Kind kind = asked.kind() == null ? Account.Kind.PERSON : asked.kind();
    boolean hasPassword = kind == Account.Kind.PERSON && !Boolean.TRUE.equals(asked.provider());
    String passing = hasPassword ? Secret.words(Secret.random(PASSING_BYTES)) : null;
    long id =
        accounts.create(
            name,
            displayName,
            kind,
            passing == null ? null : passwords.hash(passing),
            hasPassword,
            false);
    log.record(Event.ofAccount("account.made", id).with("kind", kind.name()));
    return new PassingPassword(id, passing);
  }

  /** From this moment on it may not be used, by browser or program. */
  @Transactional
  public void disable(long id) {
    AccountResponse account = changeable(id);
    last.keep(() -> list.setDisabled(account.id(), true));
    sessions.endAll(id, null);
    log.record(Event.ofAccount("account.disabled", id));
  }

  @Transactional
  public void enable(long id) {
    changeable(id);
    if (list.setDisabled(id, false)) {
      log.record(Event.ofAccount("account.enabled", id));
    }
  }

  /** A passing password; the sessions there are end. */
  @Transactional
  public PassingPassword reset(long id, boolean authenticator) {
    AccountResponse account = changeable(id);
    if (account.demo() || account.kind() == Account.Kind.PROGRAM) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "account.no-password", "演示账号和程序账号没有可重置的密码");
    }
    String passing = Secret.words(Secret.random(PASSING_BYTES));
    accounts.setPassword(id, passwords.hash(passing), true);
    if (authenticator) {
      totp.remove(id);
    }
    sessions.endAll(id, null);
    log.record(
        Event.ofAccount("password.reset", id)
            .with("authenticator", Boolean.toString(authenticator)));
    return new PassingPassword(id, passing);
  }

  void endSessions(long id) {
    sessions.endAll(changeable(id).id(), null);
  }

  /** Of a program: with a person's token somebody else would act under that name. */
  TokenService.Made makeToken(long id, TokenRequest asked) {
    if (changeable(id).kind() != Account.Kind.PROGRAM) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "token.of-person", "只能给程序账号发令牌；人的令牌由本人自己建");
    }
    Reader reader = Reader.current();
    return tokens.make(
        new Actor(reader.name(), reader.account(), reader.address()),
        id,
        asked.name(),
        asked.days());
  }

  void takeBack(long id, long token) {
    tokens.takeBack(changeable(id).id(), token);
  }

  private AccountResponse find(long id) {
    return list.find(id, days.today())
        .orElseThrow(() -> Refusal.unknown("account.unknown", "没有这个账号"));
  }

  /** An account is of the whole city; who administers a part of it makes accounts and grants. */
  private AccountResponse changeable(long id) {
    if (!Reader.current().areas(Permission.ACCOUNT_MANAGE).wholeCity()) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "area.outside", "停用、重置和令牌由全市的管理员管理");
    }
    return find(id);
  }
}
