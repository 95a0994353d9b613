package org.shuangshi.registry.account;

import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.start.ListenAddress;
import org.shuangshi.registry.start.StartRefusedException;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the service from listening beyond this machine while a demo account can sign in: everybody
 * knows its password, TLS or not.
 */
@Component
class DemoAccountsStayHere implements InitializingBean {
  private static final String DEMO = Sql.of("account/demo-here.sql");

  private final JdbcClient jdbc;
  private final String address;

  DemoAccountsStayHere(JdbcClient jdbc, @Value("${server.address}") String address) {
    this.jdbc = jdbc;
    this.address = address;
  }

  @Override
  public void afterPropertiesSet() {
    if (!ListenAddress.isLoopback(address) && jdbc.sql(DEMO).query(Boolean.class).single()) {
      throw new StartRefusedException(
          "库里还有演示账号，密码人人知道，服务只监听本机回环地址；拒绝监听 " + address + "。请先停用演示账号，或去掉 REGISTRY_ADDRESS", null);
    }
  }
}
