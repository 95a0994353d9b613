package org.shuangshi.registry.account;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.account.Throttle.Count;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.audit.EventLog.Actor;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Signing in with a password. Who does not exist is answered like who mistyped, and as late. */
@Service
class SignInService {
  private static final int LONGEST_TYPED = 1024;
  private static final int MOST_KEPT = 1000;

  private final AccountRepository accounts;
  private final Passwords passwords;
  private final Throttle throttle;
  private final SessionService sessions;
  private final EventLog log;
  private final @Nullable String provider;

  /** What demo accounts sent over Basic and was found right: hashing it anew costs 0.1 s a call. */
  private final Map<String, String> verified = new ConcurrentHashMap<>();

  private final byte[] key = Secret.random(32);

  SignInService(
      AccountRepository accounts,
      Passwords passwords,
      Throttle throttle,
      SessionService sessions,
      EventLog log,
      ObjectProvider<ProviderSettings> provider) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.sessions = sessions;
    this.log = log;
    ProviderSettings settings = provider.getIfAvailable();
    this.provider = settings == null ? null : settings.label();
  }

  /** Begins a session; answers the secret its browser keeps. */
  String signIn(String typed, String password, Origin origin) {
    String name = AccountName.folded(typed);
    Account account = verified(name, password, origin);
    if (origin.browser() != null) {
      throttle.remember(origin.browser(), account.id());
    }
    return sessions.begin(account, 1, origin);
  }

  /** What the button of the identity provider says; null: there is none. */
  @Nullable String provider() {
    return provider;
  }

  /** Whether there is a demo account, whose password everybody knows. */
  boolean hasDemo() {
    return accounts.anyDemo();
  }

  /** A demo account by its password, as HTTP Basic sends it; nobody else has that. */
  Optional<Account> demo(String typed, String password, Origin origin) {
    String name = AccountName.folded(typed);
    Optional<Account> found =
        accounts.find(name).filter(account -> account.demo() && !account.disabled());
    if (found.isEmpty()) {
      return found;
    }
    String proof = Secret.words(Secret.seal(key, found.get().password() + " " + password));
    if (name.equals(verified.get(proof))) {
      return found;
    }
    Account account = verified(name, password, origin);
    if (verified.size() >= MOST_KEPT) {
      verified.clear();
    }
    verified.put(proof, name);
    return Optional.of(account);
  }

  private Account verified(String name, String password, Origin origin) {
    Count count = throttle.begin(name, origin);
    Optional<Account> found = accounts.find(name);
    String hash =
        found
            .filter(account -> !account.disabled() && account.kind() == Account.Kind.PERSON)
            .map(Account::password)
            .orElse(null);
    boolean fits = passwords.fits(password.length() > LONGEST_TYPED ? "" : password, hash);
    if (!fits || found.isEmpty()) {
      log.record(
          new Actor(found.map(Account::name).orElse("?"), null, origin.address()),
          Event.of(
              "session.refused",
              found.map(account -> "account:" + account.id()).orElse("account:unknown")));
      throw Refusal.of(Refusal.Kind.SIGNED_OUT, "sign-in.refused", "用户名或密码不对");
    }
    throttle.succeeded(count);
    Account account = found.get();
    if (hash != null && passwords.isOutdated(hash)) {
      accounts.setPassword(account.id(), passwords.hash(password), account.passing());
    }
    return account;
  }
}
