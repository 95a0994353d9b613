package org.shuangshi.registry.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChainRepository {
  private static final String LOCK = Sql.of("audit/lock.sql");
  private static final String WAITING = Sql.of("audit/waiting.sql");
  private static final String HEAD = Sql.of("audit/head.sql");
  private static final String LINK = Sql.of("audit/link.sql");
  private static final String ANCHOR = Sql.of("audit/anchor.sql");
  private static final String ANCHOR_PUT = Sql.of("audit/anchor-put.sql");
  private static final String EXPIRED = Sql.of("audit/expired.sql");
  private static final String FORGET = Sql.of("audit/forget.sql");
  private static final String CHAIN = Sql.of("audit/chain.sql");
  private static final String UNCHAINED = Sql.of("audit/unchained.sql");
  private static final String WAITING_COUNT = Sql.of("audit/waiting-count.sql");
  private static final String NO_TIME_LIMIT = Sql.of("export/no_time_limit.sql");
  private static final int ROWS_A_FETCH = 1000;

  private final JdbcClient jdbc;
  private final JdbcTemplate cursor;

  ChainRepository(DataSource source) {
    this.jdbc = JdbcClient.create(source);
    this.cursor = new JdbcTemplate(source);
    cursor.setFetchSize(ROWS_A_FETCH);
  }

  /**
   * The end of the chain.
   *
   * @param chain which log it is
   * @param number of the last link; 0: none
   * @param mac its MAC, in hex as all of them; null: none
   */
  record Head(String chain, long number, @Nullable String mac) {
    String before() {
      return mac == null ? "" : mac;
    }
  }

  /** A place where the chain was cut or may be. */
  record Place(long number, String mac) {}

  /** Where the chain begins, and the seal on that. */
  record Anchor(long number, String mac, int key, String seal) {}

  /**
   * A link.
   *
   * @param entry null: its entry is not there
   */
  record Link(long number, long event, int key, String mac, @Nullable Entry entry) {}

  /** What is done with each link of the chain. */
  interface LinkReader {
    void read(Link link);
  }

  /** One sequencer at a time from here to the end of the transaction. */
  void lock() {
    jdbc.sql(LOCK).query((row, n) -> true).single();
  }

  List<Entry> waiting(int limit) {
    return jdbc.sql(WAITING).param("limit", limit).query((row, n) -> Entry.of(row)).list();
  }

  Head head() {
    return jdbc.sql(HEAD)
        .query(
            (row, n) ->
                new Head(row.getString("chain"), row.getLong("number"), row.getString("mac")))
        .single();
  }

  void link(long first, List<Entry> entries, int key, List<String> macs) {
    Long[] numbers = new Long[entries.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = first + i;
    }
    jdbc.sql(LINK)
        .param("numbers", numbers)
        .param("events", entries.stream().map(Entry::id).toArray(Long[]::new))
        .param("key", key)
        .param("macs", macs.toArray(String[]::new))
        .update();
  }

  Optional<Anchor> findAnchor() {
    return jdbc.sql(ANCHOR)
        .query(
            (row, n) ->
                new Anchor(
                    row.getLong("number"),
                    row.getString("mac"),
                    row.getInt("key"),
                    row.getString("seal")))
        .optional();
  }

  void anchor(Anchor anchor) {
    jdbc.sql(ANCHOR_PUT)
        .param("number", anchor.number())
        .param("mac", anchor.mac())
        .param("key", anchor.key())
        .param("seal", anchor.seal())
        .update();
  }

  /** Up to where the time of the oldest entries is over, as far as looked. */
  Optional<Place> findExpired(int looked) {
    return jdbc.sql(EXPIRED)
        .param("limit", looked)
        .query((row, n) -> new Place(row.getLong("number"), row.getString("mac")))
        .optional();
  }

  long forget(long number) {
    return jdbc.sql(FORGET).param("number", number).query(Long.class).single();
  }

  /** Reads the whole chain in order, a row in memory at a time; in a transaction. */
  void walk(LinkReader reader) {
    cursor.execute(NO_TIME_LIMIT);
    cursor.query(CHAIN, (RowCallbackHandler) row -> reader.read(link(row)));
  }

  long countWaiting() {
    return jdbc.sql(WAITING_COUNT).query(Long.class).single();
  }

  /** An entry that is not chained and will not be. */
  Optional<Long> findUnchained() {
    return jdbc.sql(UNCHAINED).query(Long.class).optional();
  }

  private static Link link(ResultSet row) throws SQLException {
    return new Link(
        row.getLong("number"),
        row.getLong("event_id"),
        row.getInt("key"),
        row.getString("mac"),
        Columns.id(row, "id") == null ? null : Entry.of(row));
  }
}
