package org.shuangshi.registry.account;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.intake.keyring.Purpose;
import org.shuangshi.registry.account.Throttle.Count;
import org.shuangshi.registry.account.TotpRepository.Kept;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-time codes: an authenticator is set up, gives its codes, is lost. */
@Service
class SecondFactorService {
  private static final String ISSUER = "双实空间登记";
  private static final int RECOVERY_CODES = 10;

  /** 80 bits, as the log of guesses grows by one in 2^80. */
  private static final int RECOVERY_BYTES = 10;

  private final TotpRepository secrets;
  private final SessionService sessions;
  private final Throttle throttle;
  private final KeyRing ring;
  private final EventLog log;
  private final Clock clock;

  SecondFactorService(
      TotpRepository secrets,
      SessionService sessions,
      Throttle throttle,
      KeyRing ring,
      EventLog log,
      Clock clock) {
    this.secrets = secrets;
    this.sessions = sessions;
    this.throttle = throttle;
    this.ring = ring;
    this.log = log;
    this.clock = clock;
  }

  /**
   * A secret to be put into an authenticator.
   *
   * @param secret in base 32, to be typed
   * @param uri the same for a QR code
   */
  record Enrolment(String secret, String uri) {}

  boolean isSetUp(long account) {
    return secrets.find(account).filter(Kept::confirmed).isPresent();
  }

  /** A new secret; it counts once a code of it was given. */
  Enrolment begin(Reader reader) {
    requireNotWaiting(reader);
    byte[] secret = Secret.random(Totp.SECRET_BYTES);
    if (!secrets.put(reader.account(), ring.seal(Purpose.TOTP, secret, bound(reader.account())))) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "second-factor.set-up", "已经绑定了验证器；要换一个，请先解除绑定");
    }
    String typed = Base32.of(secret);
    return new Enrolment(
        typed,
        "otpauth://totp/"
            + encoded(ISSUER)
            + ":"
            + encoded(reader.name())
            + "?secret="
            + typed
            + "&issuer="
            + encoded(ISSUER));
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }

  /** The first code confirms the secret; answers codes for the day the device is lost. */
  @Transactional(noRollbackFor = Refusal.class)
  List<String> confirm(Reader reader, String code, Origin origin) {
    requireNotWaiting(reader);
    if (isSetUp(reader.account())) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "second-factor.set-up", "已经绑定了验证器");
    }
    takeTotp(reader, plain(code), origin);
    List<String> codes =
        Stream.generate(SecondFactorService::recoveryCode).limit(RECOVERY_CODES).toList();
    secrets.replaceCodes(
        reader.account(), codes.stream().map(each -> Secret.digest(plain(each))).toList());
    log.record(Event.ofAccount("second-factor.set-up", reader.account()));
    return codes;
  }

  /** A code at sign-in: the authenticator's, or one of those kept for when it is lost. */
  @Transactional(noRollbackFor = Refusal.class)
  void give(Reader reader, String typed, Origin origin) {
    String code = plain(typed);
    if (code.length() == Totp.DIGITS) {
      takeTotp(reader, code, origin);
      return;
    }
    Count count = throttle.begin(counted(reader), origin);
    if (!secrets.takeCode(reader.account(), Secret.digest(code))) {
      throw wrong();
    }
    throttle.succeeded(count);
    log.record(Event.ofAccount("second-factor.recovery-used", reader.account()));
  }

  /** The session goes on with two factors; answers its new secret. */
  @Transactional
  String raise(long session) {
    return sessions.raise(session);
  }

  /** The authenticator is unbound by who has it, or a recovery code. */
  @Transactional(noRollbackFor = Refusal.class)
  void remove(Reader reader, String code, Origin origin) {
    give(reader, code, origin);
    secrets.remove(reader.account());
    log.record(Event.ofAccount("second-factor.removed", reader.account()));
  }

  private void takeTotp(Reader reader, String code, Origin origin) {
    Count count = throttle.begin(counted(reader), origin);
    Kept kept =
        secrets
            .find(reader.account())
            .orElseThrow(
                () -> Refusal.of(Refusal.Kind.CONFLICT, "second-factor.not-begun", "还没有生成验证器的密钥"));
    byte[] secret = ring.open(Purpose.TOTP, kept.sealed().array(), bound(reader.account()));
    OptionalLong step = Totp.match(secret, code, clock.instant(), kept.lastStep());
    if (step.isEmpty() || !secrets.take(reader.account(), step.getAsLong())) {
      throw wrong();
    }
    throttle.succeeded(count);
  }

  /** Who was not yet asked for the code, or has to choose a password, does that first. */
  private static void requireNotWaiting(Reader reader) {
    if (reader.obstacle() != Reader.Obstacle.ENROLMENT) {
      reader.requireReady();
    }
  }

  private static Refusal wrong() {
    return Refusal.field("code", "second-factor.wrong", "验证码不对或已用过，请等下一个");
  }

  private static String counted(Reader reader) {
    return "second factor " + reader.account();
  }

  private static String bound(long account) {
    return "access.totp.secret:" + account;
  }

  /** Four groups of four, to be read out and typed. */
  private static String recoveryCode() {
    String code = Base32.of(Secret.random(RECOVERY_BYTES)).toLowerCase(Locale.ROOT);
    return String.join("-", code.split("(?<=\\G.{4})"));
  }

  private static String plain(String typed) {
    return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }
}
