package org.shuangshi.registry.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in with an identity provider: a small one of the test's own. */
class ProviderApiTest {
  private static final Provider provider = new Provider();
  private static final TestDatabase database = new TestDatabase();
  private static final RunningService service =
      RunningService.with(
          database,
          Map.of(
              "registry.oidc.issuer", provider.issuer,
              "registry.oidc.client-id", "registry",
              "registry.oidc.client-secret", "secret",
              "registry.oidc.label", "市统一认证"));
  private static final Accounts accounts = new Accounts(service);

  @AfterAll
  static void close() {
    service.close();
    database.close();
    provider.server.stop(0);
  }

  /** Goes to the provider, which vouches for somebody, and comes back; where that leads. */
  private static String signIn(Browser browser, Map<String, Object> claims) {
    Answer away = browser.get("/oauth2/authorization/oidc");
    assertThat(away.status()).isEqualTo(302);
    URI there = URI.create(String.valueOf(away.header("Location")));
    assertThat(there.toString()).startsWith(provider.issuer + "/authorize");
    var query = UriComponentsBuilder.fromUri(there).build().getQueryParams();
    provider.vouch(decoded(query.getFirst("nonce")), claims);
    Answer back = browser.get("/login/oauth2/code/oidc?code=c&state=" + query.getFirst("state"));
    assertThat(back.status()).isEqualTo(302);
    return String.valueOf(back.header("Location")).replaceFirst("^http://[^/]+", "");
  }

  private static String decoded(@Nullable String value) {
    return URLDecoder.decode(String.valueOf(value), StandardCharsets.UTF_8);
  }

  private static String who(Browser browser) {
    return browser.get("/api/session").body().at("/who/name").asString();
  }

  @Test
  void thePageIsToldWhatItsButtonSays() {
    assertThat(new Browser(service).get("/api/session").body().path("provider").asString())
        .isEqualTo("市统一认证");
  }

  @Test
  void anAccountMadeForItIsBoundAtTheFirstSignInAndFoundByItsSubjectAfter() {
    accounts.vouched("chen", "planner");
    Browser first = new Browser(service);
    assertThat(signIn(first, Map.of("sub", "s-1", "preferred_username", "Chen"))).isEqualTo("/");
    assertThat(who(first)).isEqualTo("chen");
    assertThat(first.get("/api/info").status()).isEqualTo(200);
    Browser second = new Browser(service);
    assertThat(signIn(second, Map.of("sub", "s-1", "preferred_username", "renamed")))
        .isEqualTo("/");
    assertThat(who(second)).isEqualTo("chen");
    Browser other = new Browser(service);
    assertThat(signIn(other, Map.of("sub", "s-2", "preferred_username", "chen")))
        .as("the name alone is no longer enough")
        .isEqualTo("/?sign-in=refused");
  }

  @Test
  void whoHasAPasswordOrNoAccountIsNotLetInByName() {
    accounts.person("own", "planner");
    Browser browser = new Browser(service);
    assertThat(signIn(browser, Map.of("sub", "s-3", "preferred_username", "own")))
        .isEqualTo("/?sign-in=refused");
    assertThat(signIn(browser, Map.of("sub", "s-4", "preferred_username", "stranger")))
        .isEqualTo("/?sign-in=refused");
    assertThat(browser.get("/api/info").status()).isEqualTo(401);
  }

  @Test
  void theProvidersSecondFactorCounts() {
    accounts.vouched("li", "officer");
    Browser once = new Browser(service);
    signIn(once, Map.of("sub", "s-5", "preferred_username", "li", "amr", List.of("pwd")));
    assertThat(once.get("/api/session").body().at("/who/obstacle").asString())
        .isEqualTo("ENROLMENT");
    Browser twice = new Browser(service);
    signIn(twice, Map.of("sub", "s-5", "amr", List.of("pwd", "otp")));
    assertThat(twice.get("/api/session").body().at("/who/obstacle").asString())
        .isEqualTo("NOTHING");
    Browser byContext = new Browser(service);
    signIn(byContext, Map.of("sub", "s-5", "acr", "mfa"));
    assertThat(byContext.get("/api/info").status()).isEqualTo(200);
  }

  @Test
  void anAnswerNobodyAskedForIsRefused() {
    Browser browser = new Browser(service);
    Answer answer = browser.get("/login/oauth2/code/oidc?code=c&state=made-up");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(String.valueOf(answer.header("Location"))).endsWith("/?sign-in=refused");
  }

  /** Vouches for whom it is told to. */
  private static final class Provider {
    private final HttpServer server;
    private final String issuer;
    private final RSAKey key;
    private volatile String token = "";

    Provider() {
      try {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        key = new RSAKeyGenerator(2048).keyID("k").generate();
      } catch (IOException | JOSEException e) {
        throw new IllegalStateException(e);
      }
      issuer = "http://127.0.0.1:" + server.getAddress().getPort();
      answer(
          "/.well-known/openid-configuration",
          """
          {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
           "jwks_uri":"%1$s/jwks","subject_types_supported":["public"],
           "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}"""
              .formatted(issuer));
      answer("/jwks", new JWKSet(key.toPublicJWK()).toString());
      server.createContext(
          "/token",
          exchange ->
              send(
                  exchange,
                  "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
                      + token
                      + "\"}"));
      server.start();
    }

    private void answer(String path, String body) {
      server.createContext(path, exchange -> send(exchange, body));
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    }

    void vouch(String nonce, Map<String, Object> claims) {
      try {
        JWTClaimsSet.Builder set =
            new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("registry")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("nonce", nonce);
        claims.forEach(set::claim);
        SignedJWT signed =
            new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), set.build());
        signed.sign(new RSASSASigner(key));
        token = signed.serialize();
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
