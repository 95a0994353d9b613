package org.shuangshi.registry.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.account.TokenRepository.Listed;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.audit.EventLog.Actor;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens of programs: made, used, taken back; the next request with one taken back is refused. */
@Service
class TokenService {
  /** So that a token that lies about is known for one. */
  static final String MARK = "rgt_";

  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
  private static final int LONGEST_NAME = 64;
  private static final int MOST_DAYS = 366;

  private final TokenRepository tokens;
  private final EventLog log;
  private final Clock clock;

  TokenService(TokenRepository tokens, EventLog log, Clock clock) {
    this.tokens = tokens;
    this.log = log;
    this.clock = clock;
  }

  /** A token just made, said this once. */
  record Made(long id, String secret, @Nullable Instant expires) {}

  Optional<Token> find(String secret) {
    if (!secret.startsWith(MARK)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Token> found = tokens.find(Secret.digest(secret)).filter(token -> !token.isOver(now));
    found
        .filter(token -> token.used() == null || now.isAfter(token.used().plus(NOTED_EVERY)))
        .ifPresent(token -> tokens.used(token.id(), now));
    return found;
  }

  /**
   * Makes a token with an account's rights.
   *
   * @param days it is good for; null: until it is taken back
   */
  @Transactional
  Made make(Actor actor, long account, @Nullable String name, @Nullable Integer days) {
    if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
      throw Refusal.field("name", "token.name", "请写明令牌的用途，最多 " + LONGEST_NAME + " 个字");
    }
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw Refusal.field("days", "token.days", "有效期应为 1–" + MOST_DAYS + " 天");
    }
    String secret = MARK + Secret.make();
    Instant expires = days == null ? null : clock.instant().plus(Duration.ofDays(days));
    long id = tokens.make(account, name.strip(), Secret.digest(secret), expires);
    log.record(actor, Event.ofAccount("token.made", account).with("token", Long.toString(id)));
    return new Made(id, secret, expires);
  }

  @Transactional
  void takeBack(long account, long id) {
    if (!tokens.takeBack(account, id)) {
      throw Refusal.unknown("token.unknown", "没有这个令牌，可能已经撤回");
    }
    log.record(Event.ofAccount("token.taken-back", account).with("token", Long.toString(id)));
  }

  List<Listed> list(long account) {
    return tokens.list(account);
  }
}
