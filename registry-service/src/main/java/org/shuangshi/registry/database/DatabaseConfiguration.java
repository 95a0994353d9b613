package org.shuangshi.registry.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.shuangshi.intake.database.DatabaseException;
import org.shuangshi.intake.database.RegisterDatabase;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.intake.keyring.PersonResealing;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.intake.keyring.PhotoResealing;
import org.shuangshi.registry.start.StartRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The register's database, brought up to date before anything asks it, and a pool before it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

  /** A request that takes longer is cut off by the database rather than piling up behind it. */
  private static final String LONGEST_STATEMENT = "30s";

  @Bean
  RegisterDatabase registerDatabase(Environment environment, PersonSeal seal, KeyRing ring)
      throws DatabaseException, SQLException {
    Map<String, String> settings = new HashMap<>();
    for (String name :
        new String[] {
          "REGISTRY_DB_URL",
          "REGISTRY_DB_USER",
          "REGISTRY_DB_PASSWORD",
          "REGISTRY_DB_SERVICE_PASSWORD"
        }) {
      String value = environment.getProperty(name);
      if (value != null) {
        settings.put(name, value);
      }
    }
    RegisterDatabase database = RegisterDatabase.fromEnvironment(settings);
    database.prepare();
    try (Connection owner = database.connect()) {
      long sealed =
          new PersonResealing(seal)
              .run(owner, done -> log.info("Sealed {} rows of people so far", done));
      if (sealed > 0) {
        log.info("Sealed {} rows of people with the newest key", sealed);
      }
      long photos = new PhotoResealing(ring).run(owner);
      if (photos > 0) {
        log.info("Sealed {} photos with the newest key", photos);
      }
    } catch (IllegalStateException e) {
      throw new StartRefusedException("库里的证件号码、电话和照片用 REGISTRY_KEYS 文件里的密钥打不开；请找回原来的密钥文件", e);
    }
    return database;
  }

  @Bean
  HikariDataSource dataSource(RegisterDatabase database) throws DatabaseException {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("register");
    // migrations are the owner's; requests are answered as a role that row-level security holds
    pool.setDataSource(database.asService().dataSource());
    pool.setMaximumPoolSize(16);
    pool.setMinimumIdle(2);
    pool.setConnectionTimeout(5_000);
    // Compiling a plan (jit) costs a hundred times what our longest joins gain from it. Planning
    // anew
    // for each value costs a quarter of a short statement, and gains nothing where a plan does not
    // hang on values; who asks otherwise says so (Settling, EventRepository).
    pool.setConnectionInitSql(
        "SET statement_timeout = '"
            + LONGEST_STATEMENT
            + "'; SET jit = off; SET plan_cache_mode = force_generic_plan");
    return new AccountPool(pool);
  }
}
