package org.shuangshi.registry.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.permission.Reader.Obstacle;
import org.shuangshi.registry.permission.Rights;
import org.shuangshi.registry.permission.RightsLookup;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Finds out who asks: by the cookie of a session, by a token, by name and token. */
@Component
class Identifier {
  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  /** Factors of a session that was given a code; a token, made in such a session, needs none. */
  private static final int BOTH = 2;

  private final SessionService sessions;
  private final TokenService tokens;
  private final SignInService signIn;
  private final AccountVersion version;
  private final RightsLookup rights;

  Identifier(
      SessionService sessions,
      TokenService tokens,
      SignInService signIn,
      AccountVersion version,
      RightsLookup rights) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.signIn = signIn;
    this.version = version;
    this.rights = rights;
  }

  Optional<Identification> bySession(String secret, Origin origin) {
    return sessions
        .find(secret)
        .map(
            session ->
                new Identification(reader(session.who(), session.factors(), origin), session.id()));
  }

  /** By the Authorization header; refused where what it says is not good. */
  Identification byHeader(String header, Origin origin) {
    if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return byToken(header.substring(BEARER.length()).strip(), null, origin);
    }
    if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return basic(header.substring(BASIC.length()).strip(), origin);
    }
    throw refused();
  }

  private Identification basic(String encoded, Origin origin) {
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refused();
    }
    int colon = pair.indexOf(':');
    if (colon < 0) {
      throw refused();
    }
    String name = pair.substring(0, colon);
    String secret = pair.substring(colon + 1);
    if (secret.startsWith(TokenService.MARK)) {
      return byToken(secret, AccountName.folded(name), origin);
    }
    Account demo = signIn.demo(name, secret, origin).orElseThrow(Identifier::tokensOnly);
    Known who =
        new Known(demo.id(), demo.name(), demo.displayName(), true, false, false, version.read());
    return new Identification(reader(who, BOTH, origin), null);
  }

  private Identification byToken(
      String secret, @org.jspecify.annotations.Nullable String name, Origin origin) {
    Token token =
        tokens
            .find(secret)
            .filter(found -> name == null || name.equals(found.who().name()))
            .orElseThrow(Identifier::refused);
    return new Identification(reader(token.who(), BOTH, origin), null);
  }

  private Reader reader(Known who, int factors, Origin origin) {
    Rights held = rights.of(who.account(), who.version());
    return new Reader(
        who.account(),
        who.name(),
        who.displayName(),
        who.demo(),
        obstacle(who, factors, held),
        origin.address(),
        held);
  }

  /** A code that is to be given comes first: else a stolen password could be changed. */
  private static Obstacle obstacle(Known who, int factors, Rights held) {
    if (factors < BOTH && who.enrolled()) {
      return Obstacle.SECOND_FACTOR;
    }
    if (factors < BOTH && who.passing()) {
      return Obstacle.PASSWORD;
    }
    return factors < BOTH && held.needSecondFactor() && !who.demo()
        ? Obstacle.ENROLMENT
        : Obstacle.NOTHING;
  }

  private static Refusal refused() {
    return Refusal.of(Refusal.Kind.SIGNED_OUT, "credentials.refused", "令牌不对，或已过期、已撤回");
  }

  /** The same for every name: whether there is such an account is not told. */
  private static Refusal tokensOnly() {
    return Refusal.of(
        Refusal.Kind.SIGNED_OUT, "credentials.token-only", "用户名或令牌不对；HTTP Basic 的口令处要填令牌，不能填登录密码");
  }
}
