package org.shuangshi.registry.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.permission.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoleRepository {
  private static final String LIST = Sql.of("grant/roles.sql");
  private static final String ID = Sql.of("grant/role-id.sql");
  private static final String MAKE = Sql.of("grant/role-make.sql");
  private static final String LABEL = Sql.of("grant/role-label.sql");
  private static final String PERMISSIONS = Sql.of("grant/role-permissions.sql");
  private static final String CLEAR_PERMISSIONS = Sql.of("grant/role-permissions-clear.sql");
  private static final String SIGHTS = Sql.of("grant/role-sights.sql");
  private static final String CLEAR_SIGHTS = Sql.of("grant/role-sights-clear.sql");
  private static final String REMOVE = Sql.of("grant/role-remove.sql");

  private final JdbcClient jdbc;

  RoleRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<RoleResponse> list(LocalDate today) {
    return jdbc.sql(LIST).param("today", today).query((row, n) -> role(row)).list();
  }

  Optional<Long> findId(String name) {
    return jdbc.sql(ID).param("name", name).query(Long.class).optional();
  }

  long make(String label) {
    return jdbc.sql(MAKE).param("label", label).query(Long.class).single();
  }

  /** Gives a role of one's own its label, permissions and sights. */
  void set(long id, String label, Set<Permission> permissions, Map<PersonField, Sight> sights) {
    jdbc.sql(LABEL).param("id", id).param("label", label).update();
    jdbc.sql(CLEAR_PERMISSIONS).param("id", id).update();
    jdbc.sql(PERMISSIONS)
        .param("id", id)
        .param("permissions", permissions.stream().map(Enum::name).toArray(String[]::new))
        .update();
    jdbc.sql(CLEAR_SIGHTS).param("id", id).update();
    List<PersonField> fields =
        sights.keySet().stream().filter(field -> sights.get(field) != Sight.NONE).toList();
    jdbc.sql(SIGHTS)
        .param("id", id)
        .param("fields", fields.stream().map(Enum::name).toArray(String[]::new))
        .param(
            "sights",
            fields.stream().map(field -> String.valueOf(sights.get(field))).toArray(String[]::new))
        .update();
  }

  void remove(long id) {
    jdbc.sql(CLEAR_PERMISSIONS).param("id", id).update();
    jdbc.sql(CLEAR_SIGHTS).param("id", id).update();
    jdbc.sql(REMOVE).param("id", id).update();
  }

  private static RoleResponse role(ResultSet row) throws SQLException {
    Map<PersonField, Sight> sights = new EnumMap<>(PersonField.class);
    String[] fields = (String[]) row.getArray("fields").getArray();
    String[] seen = (String[]) row.getArray("sights").getArray();
    for (int i = 0; i < fields.length; i++) {
      sights.put(PersonField.valueOf(fields[i]), Sight.valueOf(seen[i]));
    }
    return new RoleResponse(
        row.getLong("id"),
        row.getString("name"),
        row.getString("label"),
        row.getBoolean("built_in"),
        Arrays.stream((String[]) row.getArray("permissions").getArray())
            .map(Permission::valueOf)
            .sorted()
            .toList(),
        sights,
        row.getLong("accounts"));
  }
}
