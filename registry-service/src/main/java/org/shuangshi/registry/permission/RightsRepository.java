package org.shuangshi.registry.permission;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.permission.Rights.Held;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the grants of an account come to, worked out in the database. */
@Repository
class RightsRepository {
  private static final Logger log = LoggerFactory.getLogger(RightsRepository.class);
  private static final String REFRESH = Sql.of("permission/refresh.sql");
  private static final String HELD = Sql.of("permission/held.sql");

  private final JdbcClient jdbc;

  RightsRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The rights of a day, and of which version they are. */
  record Dated(long version, LocalDate day, Rights rights) {}

  @Transactional
  Dated read(long account, LocalDate today) {
    long version =
        jdbc.sql(REFRESH)
            .param("account", account)
            .param("today", today)
            .query(Long.class)
            .single();
    List<Held> roles = jdbc.sql(HELD).param("account", account).query((row, n) -> held(row)).list();
    return new Dated(version, today, new Rights(roles));
  }

  private static Held held(ResultSet row) throws SQLException {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    for (String word : words(row.getArray("permissions"))) {
      try {
        permissions.add(Permission.valueOf(word));
      } catch (IllegalArgumentException e) {
        log.warn("A role has the permission {}, which this version does not know", word);
      }
    }
    Map<PersonField, Sight> sights = new EnumMap<>(PersonField.class);
    String[] fields = words(row.getArray("fields"));
    String[] seen = words(row.getArray("sights"));
    for (int i = 0; i < fields.length; i++) {
      try {
        sights.put(PersonField.valueOf(fields[i]), Sight.valueOf(seen[i]));
      } catch (IllegalArgumentException e) {
        log.warn("A role sees the field {}, which this version does not know", fields[i]);
      }
    }
    return new Held(
        row.getString("name"),
        row.getString("label"),
        permissions,
        sights,
        new Areas(
            row.getBoolean("whole_city"),
            ids(row.getArray("communities")),
            ids(row.getArray("grids"))));
  }

  private static String[] words(Array array) throws SQLException {
    return (String[]) array.getArray();
  }

  private static Set<Long> ids(Array array) throws SQLException {
    return Set.copyOf(Arrays.asList((Long[]) array.getArray()));
  }
}
