package org.shuangshi.registry.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.account.SessionRepository.Listed;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.audit.EventLog.Actor;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sessions of browsers: they begin, are over when left alone or too old, and are ended. */
@Service
class SessionService {
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
  private static final int LONGEST_AGENT = 200;

  private final SessionRepository sessions;
  private final EventLog log;
  private final Clock clock;

  SessionService(SessionRepository sessions, EventLog log, Clock clock) {
    this.sessions = sessions;
    this.log = log;
    this.clock = clock;
  }

  /** Begins a session; answers the secret its browser keeps. */
  @Transactional
  String begin(Account account, int factors, Origin origin) {
    String secret = Secret.make();
    String agent = origin.agent();
    sessions.begin(
        Secret.digest(secret),
        account.id(),
        factors,
        clock.instant(),
        new Origin(
            origin.address(),
            agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)),
            origin.browser()));
    log.record(
        new Actor(account.name(), account.id(), origin.address()),
        Event.ofAccount("session.began", account.id()));
    return secret;
  }

  /** The session of a secret, if it is not over; its use is noted. */
  Optional<Session> find(String secret) {
    Instant now = clock.instant();
    Optional<Session> found =
        sessions.find(Secret.digest(secret)).filter(session -> !session.isOver(now));
    found
        .filter(session -> now.isAfter(session.seen().plus(NOTED_EVERY)))
        .ifPresent(session -> sessions.seen(session.id(), now));
    return found;
  }

  /** A second factor was given; answers the secret it goes on under. */
  String raise(long session) {
    String secret = Secret.make();
    sessions.raise(session, Secret.digest(secret));
    return secret;
  }

  List<Listed> list(long account) {
    return sessions.list(account, clock.instant());
  }

  /** Ends one of an account's sessions. */
  @Transactional
  void end(long account, long session) {
    if (sessions.end(account, session, null) == 0) {
      throw Refusal.unknown("session.unknown", "没有这个登录，可能已经退出");
    }
    log.record(Event.ofAccount("session.ended", account));
  }

  /**
   * Signs an account out everywhere.
   *
   * @param except the session to be kept; null: none
   */
  @Transactional
  void endAll(long account, @Nullable Long except) {
    sessions.end(account, null, except);
    log.record(Event.ofAccount("session.ended-everywhere", account));
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
  void sweep() {
    sessions.sweep(clock.instant());
  }
}
