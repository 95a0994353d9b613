package org.shuangshi.registry.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.shuangshi.intake.fact.ChangeReason;
import org.shuangshi.intake.fact.ChangeTransaction;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Confirms a request and erases, in one transaction with its change record and its entry of the
 * log: stopped at any moment, all of it was, or nothing.
 */
@Component
class Eraser {
  private static final String NO_TIME_LIMIT = Sql.of("export/no_time_limit.sql");
  private static final String WORDS = Sql.of("erasure/words.sql");
  private static final String ERASE = Sql.of("erasure/erase.sql");

  private final DataSource connections;
  private final PersonSeal seal;

  Eraser(DataSource connections, PersonSeal seal) {
    this.connections = connections;
    this.seal = seal;
  }

  /** What a source knew somebody by. */
  private record Known(String source, String key) {}

  void erase(Erasure asked) {
    ChangeReason reason =
        new ChangeReason(
            Reader.current().name(),
            "依法删除个人信息：" + asked.basis().label(),
            "删除申请 " + asked.id(),
            ChangeReason.Kind.ERASURE);
    try (Connection connection = DataSourceUtils.getConnection(connections);
        ChangeTransaction transaction = ChangeTransaction.begin(connection, reason)) {
      JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      jdbc.sql(NO_TIME_LIMIT).update();
      Words words = new Words();
      Map<Long, Known> known = read(jdbc, asked.id(), words);
      long things = erase(jdbc, asked.id(), transaction.change(), words, known);
      new EventLog(jdbc)
          .record(
              new Event(
                  "erasure.confirmed",
                  "person:" + asked.person().id(),
                  null,
                  Map.of("erasure", Long.toString(asked.id()), "things", Long.toString(things))));
      transaction.commit();
    } catch (PessimisticLockingFailureException e) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "thing.busy", "这条记录正被另一项写入占用，请稍后再试");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Locks the people, and collects what they are called and known by. */
  private Map<Long, Known> read(JdbcClient jdbc, long request, Words words) {
    Map<Long, Known> known = new TreeMap<>();
    jdbc.sql(WORDS)
        .param("request", request)
        .query(
            row -> {
              long id = row.getLong("id");
              String whose = PersonSeal.of(id);
              words.name(row.getString("name"));
              words.document(
                  row.getString("document_type"),
                  seal.open(whose, PersonSeal.NUMBER, row.getString("document_number")));
              words.number(seal.open(whose, PersonSeal.PHONE, row.getString("phone")));
              words.number(row.getString("residence_permit"));
              known.put(id, new Known(row.getString("source"), row.getString("key")));
            });
    return known;
  }

  private long erase(
      JdbcClient jdbc, long request, long change, Words words, Map<Long, Known> known) {
    int ringKey = seal.newestKey();
    List<String> hashes = new ArrayList<>();
    known.values().forEach(each -> hashes.add(seal.erasedHash(ringKey, each.source(), each.key())));
    return jdbc.sql(ERASE)
        .param("request", request)
        .param("change", change)
        .param("names", array(words.names()))
        .param("numbers", array(words.numbers()))
        .param("hashes", hashes.toArray(String[]::new))
        .param("persons", known.keySet().toArray(Long[]::new))
        .param("ringKey", ringKey)
        .query(Long.class)
        .single();
  }

  private static String[] array(Set<String> words) {
    return words.toArray(String[]::new);
  }
}
