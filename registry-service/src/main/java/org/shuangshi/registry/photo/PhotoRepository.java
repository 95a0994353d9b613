package org.shuangshi.registry.photo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PhotoRepository {
  private static final String VISIT = Sql.of("photo/visit.sql");
  private static final String LOCK = Sql.of("photo/lock.sql");
  private static final String NEXT = Sql.of("photo/next.sql");
  private static final String COUNT = Sql.of("photo/count.sql");
  private static final String ADD = Sql.of("photo/add.sql");
  private static final String LIST = Sql.of("photo/list.sql");
  private static final String OF = Sql.of("photo/of.sql");
  private static final String CONTENT = Sql.of("photo/content.sql");
  private static final String REMOVE = Sql.of("photo/remove.sql");

  private final JdbcClient jdbc;

  PhotoRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Evidence the reader sees.
   *
   * @param kind VISIT, READING, CONTRACT, FILE
   * @param community where its unit lies today; null: nowhere
   * @param grid likewise
   */
  record Visit(String kind, @Nullable Long community, @Nullable Long grid) {}

  /** A photo without its picture. */
  record Of(long evidence, boolean removed, boolean erased) {}

  Optional<Visit> visit(long id, LocalDate today) {
    return jdbc.sql(VISIT)
        .param("id", id)
        .param("today", today)
        .query(
            (row, n) ->
                new Visit(
                    row.getString("kind"),
                    row.getObject("community_id", Long.class),
                    row.getObject("grid_id", Long.class)))
        .optional();
  }

  void lock(long evidence) {
    jdbc.sql(LOCK).param("id", evidence).query(Long.class).single();
  }

  int count(long evidence) {
    return jdbc.sql(COUNT).param("evidence", evidence).query(Integer.class).single();
  }

  /** The picture is bound to the number: it is needed before there is a row. */
  long next() {
    return jdbc.sql(NEXT).query(Long.class).single();
  }

  void add(long id, long evidence, byte[] sealed, Picture picture) {
    jdbc.sql(ADD)
        .param("id", id)
        .param("evidence", evidence)
        .param("content", sealed)
        .param("width", picture.width())
        .param("height", picture.height())
        .param("bytes", picture.jpeg().length)
        .update();
  }

  List<Photo> list(long evidence) {
    return jdbc.sql(LIST)
        .param("evidence", evidence)
        .query(
            (row, n) ->
                new Photo(
                    row.getLong("id"),
                    row.getInt("width"),
                    row.getInt("height"),
                    row.getInt("bytes"),
                    row.getString("added_by"),
                    row.getObject("added_at", OffsetDateTime.class),
                    row.getObject("removed_at", OffsetDateTime.class),
                    row.getString("removed_by"),
                    row.getString("why"),
                    row.getBoolean("erased")))
        .list();
  }

  Optional<Of> find(long id) {
    return jdbc.sql(OF)
        .param("id", id)
        .query(
            (row, n) ->
                new Of(
                    row.getLong("evidence_id"),
                    row.getBoolean("removed"),
                    row.getBoolean("erased")))
        .optional();
  }

  /** Sealed; empty where it was taken out or erased a moment ago. */
  Optional<byte[]> content(long id) {
    return jdbc.sql(CONTENT).param("id", id).query((row, n) -> row.getBytes("content")).stream()
        .findFirst();
  }

  /** False where somebody else took it out before. */
  boolean remove(long id, String why) {
    return jdbc.sql(REMOVE).param("id", id).param("why", why).update() == 1;
  }
}
