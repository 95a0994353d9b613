package org.shuangshi.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.audit.ChainReport.Finding;
import org.shuangshi.registry.audit.EventLog.Actor;
import org.shuangshi.registry.keyring.StartKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever has the database, and not the keys and the file of heads, cannot touch the log unseen.
 */
class ChainTest {
  private static final Actor SOMEBODY = new Actor("li", null, "127.0.0.1");
  private static final String OPEN = "ALTER TABLE access.event DISABLE TRIGGER event_append_only;";

  @TempDir private Path folder;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Path keys = Path.of("");
  private Path heads = Path.of("");
  private DataSource source = database.register().dataSource();
  private PlatformTransactionManager transactions = new JdbcTransactionManager(source);
  private EventLog log = new EventLog(JdbcClient.create(source));

  @BeforeEach
  void anEmptyLog() throws IOException {
    database.execute(
        OPEN
            + "ALTER TABLE access.event ENABLE TRIGGER event_waits;"
            + " TRUNCATE access.event, access.event_waiting, access.event_link, access.event_anchor"
            + " RESTART IDENTITY;"
            + " ALTER TABLE access.event ENABLE TRIGGER event_append_only;"
            + " UPDATE register.setting SET value = '36' WHERE name = 'audit.keep_months'");
    heads = folder.resolve("head");
    keys = folder.resolve("keys");
    Files.createFile(
        keys, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    addKey(1);
  }

  private void addKey(int number) throws IOException {
    byte[] key = new byte[32];
    key[0] = (byte) number;
    Files.writeString(
        keys,
        number + " AES " + Base64.getEncoder().encodeToString(key) + "\n",
        StandardOpenOption.APPEND);
  }

  private Chain chain() {
    return new Chain(
        new ChainRepository(source),
        StartKeys.of(Map.of("REGISTRY_KEYS", keys.toString())),
        transactions);
  }

  private Retention retention() {
    return new Retention(new ChainRepository(source), chain(), log, transactions);
  }

  private void link() {
    Chain chain = chain();
    while (chain.link()) {
      // until nothing waits
    }
  }

  private void witness() throws IOException {
    new ChainTimer(
            chain(), new ChainRepository(source), retention(), Clock.systemUTC(), heads.toString())
        .witness();
  }

  private ChainReport check() {
    return ChainCheck.beside(
            source, StartKeys.of(Map.of("REGISTRY_KEYS", keys.toString())), heads.toString())
        .run();
  }

  private void entries(int count) {
    for (int i = 0; i < count; i++) {
      log.record(
          SOMEBODY,
          new Event(
              "person.viewed", "person:" + i, i % 2 == 0 ? null : "核对", Map.of("part", "卡片")));
    }
    link();
  }

  private List<Long> longs(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<Long> all = new ArrayList<>();
      while (row.next()) {
        all.add(row.getLong(1));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aLogNobodyTouchedIsSound() throws IOException {
    entries(7);
    witness();
    entries(3);
    ChainReport report = check();
    assertThat(report.fault()).isNull();
    assertThat(report.checked()).isEqualTo(10);
    assertThat(report.witnessed()).isEqualTo(7);
    assertThat(report.waiting()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a word | CHANGED | 4 | UPDATE access.event SET target = 'person:9' WHERE id = 4",
        "a time | CHANGED | 4 | UPDATE access.event SET at = at - interval '1 ms' WHERE id = 4",
        "an added reason | CHANGED | 5 | UPDATE access.event SET why = '' WHERE id = 5",
        "two swapped | CHANGED | 3 | UPDATE access.event_link SET event_id = -1 WHERE number = 3;"
            + " UPDATE access.event_link SET event_id = 3 WHERE number = 6;"
            + " UPDATE access.event_link SET event_id = 6 WHERE number = 3",
        "an entry out | MISSING | 4 | DELETE FROM access.event WHERE id = 4",
        "its link too | MISSING | 4 | DELETE FROM access.event WHERE id = 4;"
            + " DELETE FROM access.event_link WHERE number = 4",
        "closed up | CHANGED | 4 | DELETE FROM access.event WHERE id = 4;"
            + " DELETE FROM access.event_link WHERE number = 4;"
            + " UPDATE access.event_link SET number = -number WHERE number > 4;"
            + " UPDATE access.event_link SET number = -number - 1 WHERE number < 0",
        "the first out | MISSING | 1 | DELETE FROM access.event WHERE id = 1;"
            + " DELETE FROM access.event_link WHERE number = 1",
        "the tail out | CUT_OFF | 9 | DELETE FROM access.event WHERE id > 8;"
            + " DELETE FROM access.event_link WHERE number > 8",
        "all of it out | CUT_OFF | 1 | DELETE FROM access.event; DELETE FROM access.event_link",
        "another log | CHANGED | 1 | UPDATE access.event_chain SET id = gen_random_uuid()",
        "a false anchor | ANCHOR | 3 | INSERT INTO access.event_anchor (number, mac, key, seal)"
            + " SELECT number, mac, key, mac FROM access.event_link WHERE number = 3;"
            + " DELETE FROM access.event WHERE id <= 3;"
            + " DELETE FROM access.event_link WHERE number <= 3",
      })
  void whatWasDoneToItIsNamed(String what, ChainFault kind, long number, String sql)
      throws IOException {
    entries(10);
    witness();
    // as its owner, who can take any guard of the database's own away
    database.execute(
        "ALTER TABLE access.event_link DROP CONSTRAINT IF EXISTS event_link_number_positive;"
            + OPEN
            + sql);
    Finding fault = check().fault();
    assertThat(fault).as(what).isNotNull();
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.number()).isEqualTo(number);
    assertThat(fault.message()).isNotBlank();
  }

  @Test
  void anEntryPutInBesideTheServiceIsNamed() {
    entries(3);
    database.execute(
        "ALTER TABLE access.event DISABLE TRIGGER event_waits; INSERT INTO access.event (who, what,"
            + " target) VALUES ('li', 'person.viewed', 'person:1')");
    Finding fault = check().fault();
    assertThat(fault).isNotNull();
    assertThat(fault.kind()).isEqualTo(ChainFault.UNCHAINED);
    assertThat(fault.event()).isEqualTo(4);
  }

  @Test
  void aNewKeyGoesOnAndTheOldOneIsStillNeeded() throws IOException {
    entries(3);
    addKey(2);
    entries(3);
    assertThat(longs("SELECT key FROM access.event_link ORDER BY number"))
        .containsExactly(1L, 1L, 1L, 2L, 2L, 2L);
    assertThat(check().fault()).isNull();
    Files.writeString(keys, "");
    addKey(2);
    Finding fault = check().fault();
    assertThat(fault).isNotNull();
    assertThat(fault.kind()).isEqualTo(ChainFault.KEY_MISSING);
  }

  @Test
  void theServiceItselfCannotRewrite() {
    entries(2);
    for (String sql :
        List.of(
            "UPDATE access.event SET who = 'x'",
            "DELETE FROM access.event",
            "UPDATE access.event_link SET number = 7",
            "DELETE FROM access.event_link",
            "DELETE FROM access.event_anchor",
            "SELECT set_config('registry.forgetting', 'on', true); DELETE FROM access.event",
            "SELECT access.forget_events(1)")) {
      assertThatThrownBy(() -> database.execute("SET ROLE registry_service; " + sql))
          .as(sql)
          .isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> database.execute("DELETE FROM access.event"))
        .as("nor its owner, by mistake")
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void manyWritersAreAllChainedOnceInOrderAndNothingRolledBack() throws Exception {
    int writers = 6;
    int each = 60;
    ExecutorService threads = Executors.newFixedThreadPool(writers + 2);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        int writer = w;
        running.add(threads.submit(() -> write(writer, each)));
      }
      Callable<Integer> linking =
          () -> {
            Chain chain = chain();
            for (int i = 0; i < 80; i++) {
              chain.link();
            }
            return 0;
          };
      running.add(threads.submit(linking));
      running.add(threads.submit(linking));
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
    link();
    ChainReport report = check();
    assertThat(report.fault()).isNull();
    // every third transaction of a writer was rolled back
    assertThat(report.checked()).isEqualTo((long) writers * each * 2 / 3);
    assertThat(longs("SELECT count(*) FROM access.event")).containsExactly(report.checked());
  }

  private void write(int writer, int count) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    for (int i = 0; i < count; i++) {
      boolean undone = i % 3 == 0;
      String target = "person:" + writer + "-" + i;
      transaction.executeWithoutResult(
          status -> {
            log.record(SOMEBODY, Event.of("person.viewed", target));
            if (undone) {
              status.setRollbackOnly();
            }
          });
    }
  }

  @Test
  void whatIsOverIsRemovedUnderAnAnchorAndTheRestIsStillSound() throws IOException {
    database.execute(
        "INSERT INTO access.event (at, who, what, target) SELECT now() - make_interval(months =>"
            + " 40, secs => n), 'old', 'person.viewed', 'person:1' FROM generate_series(1, 5) n");
    link();
    witness();
    entries(4);
    assertThat(retention().sweep()).isEqualTo(5);
    assertThat(retention().sweep()).isZero();
    link();
    witness();
    ChainReport report = check();
    assertThat(report.fault()).isNull();
    assertThat(report.removed()).isEqualTo(5);
    assertThat(report.first()).isEqualTo(6);
    assertThat(report.last()).as("the removal is an entry").isEqualTo(10);
    assertThat(longs("SELECT count(*) FROM access.event WHERE what = 'audit.expired'"))
        .containsExactly(1L);
    database.execute(OPEN + "DELETE FROM access.event WHERE who = 'li' AND target = 'person:0'");
    Finding fault = check().fault();
    assertThat(fault).isNotNull();
    assertThat(fault.kind()).isEqualTo(ChainFault.MISSING);
    assertThat(fault.number()).isEqualTo(6);
  }

  @Test
  void noSettingKeepsItLessThanTheLaw() {
    database.execute(
        "INSERT INTO access.event (at, who, what, target) VALUES (now() - interval '7 months', 'o',"
            + " 'w', 't'); UPDATE register.setting SET value = '5' WHERE name ="
            + " 'audit.keep_months'");
    link();
    assertThatThrownBy(() -> retention().sweep()).hasMessageContaining("less than the law allows");
    assertThat(check().fault()).isNull();
    assertThat(check().checked()).isEqualTo(1);
  }

  @Test
  void aHeadHalfWrittenIsPassedOver() throws IOException {
    entries(3);
    Files.writeString(heads, "2 ab");
    witness();
    assertThat(check().fault()).isNull();
    assertThat(check().witnessed()).isEqualTo(3);
  }
}
