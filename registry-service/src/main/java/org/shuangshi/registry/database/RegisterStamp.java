package org.shuangshi.registry.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A mark that differs after every change of the register, for what may be kept until then. */
@Component
public class RegisterStamp {
  private static final String STAMP = Sql.of("database/stamp.sql");

  private final JdbcClient jdbc;

  RegisterStamp(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public String read() {
    return jdbc.sql(STAMP).query(String.class).single();
  }
}
