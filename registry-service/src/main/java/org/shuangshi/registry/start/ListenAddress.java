package org.shuangshi.registry.start;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Refuses to listen beyond this machine: passwords and people's records do not go over a network in
 * the clear, and demo accounts have a password everybody knows.
 */
public final class ListenAddress
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    requireLoopback(event.getEnvironment().getProperty("server.address", "127.0.0.1"));
    requirePort(event.getEnvironment().getProperty("server.port", "8080"));
  }

  static void requireLoopback(String address) {
    boolean loopback;
    try {
      loopback = InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new StartRefusedException("REGISTRY_ADDRESS 不是本机地址：" + address, e);
    }
    if (!loopback) {
      throw new StartRefusedException(
          "没有 TLS，密码和个人信息会在网络上明文传输，服务只监听本机回环地址（127.0.0.1）；拒绝监听 "
              + address
              + "。请去掉 REGISTRY_ADDRESS，或用 SSH 隧道访问",
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
