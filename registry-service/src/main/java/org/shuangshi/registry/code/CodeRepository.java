package org.shuangshi.registry.code;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shuangshi.registry.code.CodeHolder.Successor;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CodeRepository {
  private static final String HOLDER = Sql.of("code/holder.sql");
  private static final String SUCCESSORS = Sql.of("code/successors.sql");

  private final JdbcClient jdbc;

  CodeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<CodeHolder> find(String code, LocalDate asOf) {
    return jdbc.sql(HOLDER)
        .param("code", code)
        .param("asOf", asOf)
        .query(
            (row, n) ->
                new CodeHolder(
                    code,
                    row.getString("kind"),
                    row.getLong("id"),
                    row.getString("name"),
                    row.getObject("since", LocalDate.class),
                    row.getObject("until", LocalDate.class),
                    row.getBoolean("held"),
                    List.of()))
        .optional();
  }

  List<Successor> successors(long id, LocalDate asOf) {
    return jdbc.sql(SUCCESSORS)
        .param("id", id)
        .param("asOf", asOf)
        .query(
            (row, n) ->
                new Successor(
                    row.getString("kind"),
                    row.getLong("id"),
                    row.getString("code"),
                    row.getString("name")))
        .list();
  }
}
