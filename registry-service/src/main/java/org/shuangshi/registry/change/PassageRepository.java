package org.shuangshi.registry.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.shuangshi.registry.change.FeedRepository.Head;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.edit.ThingKind;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Works out what a change means to an area. */
@Repository
class PassageRepository {
  private static final String REGION = Sql.of("change/region_of_code.sql");
  private static final String AREA = Sql.of("change/area.sql");
  private static final String PASSAGE = Sql.of("change/passage.sql");
  private static final String LONG_LIMIT = Sql.of("change/long_limit.sql");

  private static final int ROWS_A_FETCH = 10_000;

  private final JdbcClient jdbc;
  private final FeedRepository feed;

  PassageRepository(JdbcClient jdbc, FeedRepository feed) {
    this.jdbc = jdbc;
    this.feed = feed;
  }

  /** The region that has the code that day, or had it last. */
  Optional<Long> region(String code, LocalDate today) {
    return jdbc.sql(REGION)
        .param("code", code)
        .param("today", today)
        .query((row, n) -> row.getLong("id"))
        .optional();
  }

  AreaState area(long region, long seq, LocalDate day) {
    return jdbc.sql(AREA)
        .param("region", region)
        .param("seq", seq)
        .param("day", day)
        .query(
            (row, n) ->
                AreaState.of(
                    (Long[]) row.getArray("communities").getArray(),
                    (String[]) row.getArray("codes").getArray()))
        .single();
  }

  /** An import of a city, for a district, takes longer than a request may: it is let run on. */
  @Transactional(readOnly = true)
  public Passage passage(Head change, AreaState before, AreaState after) {
    jdbc.sql(LONG_LIMIT).update();
    Map<Phase, Map<ThingKind, LongStream.Builder>> found = new EnumMap<>(Phase.class);
    jdbc.sql(PASSAGE)
        .withFetchSize(ROWS_A_FETCH) // a city's import has millions
        .param("change", change.id())
        .param("seq", change.seq())
        .param("dayBefore", change.dayBefore())
        .param("day", change.day())
        .param("areaBefore", before.array())
        .param("area", after.array())
        .param("altered", before.alteredTo(after))
        .param("codesBefore", before.codes().toArray(String[]::new))
        .param("codes", after.codes().toArray(String[]::new))
        .query((RowCallbackHandler) row -> add(found, row));
    Map<Phase, Map<ThingKind, long[]>> numbers = new EnumMap<>(Phase.class);
    found.forEach(
        (phase, kinds) -> {
          Map<ThingKind, long[]> sorted = new EnumMap<>(ThingKind.class);
          kinds.forEach((kind, each) -> sorted.put(kind, each.build().sorted().toArray()));
          numbers.put(phase, sorted);
        });
    return new Passage(feed, change.id(), numbers);
  }

  private static void add(Map<Phase, Map<ThingKind, LongStream.Builder>> found, ResultSet row)
      throws SQLException {
    found
        .computeIfAbsent(
            Phase.valueOf(row.getString("told")), phase -> new EnumMap<>(ThingKind.class))
        .computeIfAbsent(ThingKind.ofTable(row.getString("kind")), kind -> LongStream.builder())
        .add(row.getLong("number"));
  }
}
