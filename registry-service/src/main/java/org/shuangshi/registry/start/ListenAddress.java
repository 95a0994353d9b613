package org.shuangshi.registry.start;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Refuses to listen beyond this machine without TLS: passwords and people's records do not go over
 * a network in the clear. With the files of a certificate ({@code REGISTRY_TLS_CERT} and {@code
 * REGISTRY_TLS_KEY}, PEM) it speaks TLS alone, wherever it listens.
 */
public final class ListenAddress
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ConfigurableEnvironment environment = event.getEnvironment();
    Map<String, Object> tls =
        tls(
            environment.getProperty("REGISTRY_TLS_CERT", ""),
            environment.getProperty("REGISTRY_TLS_KEY", ""));
    if (tls.isEmpty()) {
      requireLoopback(environment.getProperty("server.address", "127.0.0.1"));
    } else {
      environment.getPropertySources().addFirst(new MapPropertySource("tls", tls));
    }
    requirePort(environment.getProperty("server.port", "8080"));
  }

  /** What makes the web server speak TLS; nothing where no files are named. */
  static Map<String, Object> tls(String certificate, String key) {
    if (certificate.isBlank() && key.isBlank()) {
      return Map.of();
    }
    if (certificate.isBlank() || key.isBlank()) {
      throw new StartRefusedException(
          "证书和私钥要一起给：REGISTRY_TLS_CERT 与 REGISTRY_TLS_KEY（--tls-cert、--tls-key）", null);
    }
    for (String file : List.of(certificate, key)) {
      if (!Files.isReadable(Path.of(file))) {
        throw new StartRefusedException("读不到 " + file + "；请检查 --tls-cert 和 --tls-key", null);
      }
    }
    return Map.of(
        "server.ssl.certificate", Path.of(certificate).toUri().toString(),
        "server.ssl.certificate-private-key", Path.of(key).toUri().toString(),
        "server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
  }

  /**
   * Whether only this machine reaches an address.
   *
   * @throws StartRefusedException where it is none of this machine
   */
  public static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new StartRefusedException("REGISTRY_ADDRESS 不是本机地址：" + address, e);
    }
  }

  static void requireLoopback(String address) {
    if (!isLoopback(address)) {
      throw new StartRefusedException(
          "没有 TLS，密码和个人信息会在网络上明文传输，服务只监听本机回环地址（127.0.0.1）；拒绝监听 "
              + address
              + "。请给出证书（REGISTRY_TLS_CERT、REGISTRY_TLS_KEY），或去掉 REGISTRY_ADDRESS，用 SSH 隧道访问",
          null);
    }
  }

  static void requirePort(String port) {
    int number;
    try {
      number = Integer.parseInt(port.strip());
    } catch (NumberFormatException e) {
      number = -1;
    }
    if (number < 0 || number > 65_535) {
      throw new StartRefusedException("REGISTRY_PORT 应为 0–65535 的整数，而不是“" + port + "”", null);
    }
  }
}
