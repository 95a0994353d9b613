package org.shuangshi.registry.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.account.Accounts;

/** With the files of a certificate the service speaks TLS alone, and may listen to others. */
class TlsApiTest {
  private static final TestDatabase database = new TestDatabase();

  @TempDir static Path folder;

  private static Path certificate;
  private static Path key;
  private static HttpClient trusting;

  /** A certificate of its own, made by the JDK, as PEM. */
  @BeforeAll
  static void certificate() throws Exception {
    Path store = folder.resolve("store.p12");
    List<String> keytool =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "a",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            "changeit");
    assertThat(new ProcessBuilder(keytool).inheritIO().start().waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    Certificate own = keys.getCertificate("a");
    certificate = pem("CERTIFICATE", own.getEncoded());
    key = pem("PRIVATE KEY", keys.getKey("a", "changeit".toCharArray()).getEncoded());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("a", own);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    trusting = HttpClient.newBuilder().sslContext(context).build();
  }

  private static Path pem(String what, byte[] encoded) throws Exception {
    return Files.writeString(
        folder.resolve(what.replace(' ', '-') + ".pem"),
        "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
            .formatted(what, Base64.getMimeEncoder().encodeToString(encoded)));
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private static Map<String, Object> settings(String address) {
    return Map.of(
        "REGISTRY_TLS_CERT",
        certificate.toString(),
        "REGISTRY_TLS_KEY",
        key.toString(),
        "REGISTRY_ADDRESS",
        address,
        "REGISTRY_HOSTS",
        "register.example");
  }

  @Test
  void itSpeaksTlsAloneAndSaysSoToBrowsers() throws Exception {
    try (RunningService service = RunningService.with(database, settings("0.0.0.0"))) {
      URI session = URI.create("https://127.0.0.1:" + service.port() + "/api/session");
      HttpResponse<String> answer =
          trusting.send(
              HttpRequest.newBuilder(session).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
      URI inTheClear = URI.create("http://127.0.0.1:" + service.port() + "/api/session");
      assertThat(
              trusting
                  .send(
                      HttpRequest.newBuilder(inTheClear).build(),
                      HttpResponse.BodyHandlers.discarding())
                  .statusCode())
          .as("without TLS")
          .isEqualTo(400);
    }
  }

  @Test
  void demoAccountsKeepItOnThisMachine() {
    try (TestDatabase demo = new TestDatabase()) {
      try (RunningService service = RunningService.over(demo)) {
        new Accounts(service).demo();
      }
      Map<String, Object> wide = settings("0.0.0.0");
      assertThatThrownBy(() -> RunningService.with(demo, wide)).hasStackTraceContaining("演示账号");
      RunningService.with(demo, settings("127.0.0.1")).close();
    }
  }

  @Test
  void oneFileAloneIsRefused() {
    assertThatThrownBy(() -> ListenAddress.tls("cert.pem", ""))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("--tls-key");
    assertThatThrownBy(() -> ListenAddress.tls("nowhere.pem", "nowhere.key"))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("nowhere.pem");
  }
}
