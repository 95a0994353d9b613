package org.shuangshi.registry.wall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.account.Accounts;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.PersonField;

/**
 * Somebody with rights by chance. What they come to is worked out from the grants as they were
 * made, beside the service and its tables of areas.
 *
 * @param permissions what some grant of today allows
 * @param places where it reads
 * @param withPeople where it reads of people
 * @param full fields some role of today may reveal
 */
record Asker(
    String name,
    String token,
    Set<String> permissions,
    Places places,
    Places withPeople,
    Set<String> full) {

  /**
   * Areas.
   *
   * @param communities 0: what lies in none
   * @param grids of today, granted one by one
   */
  record Places(Set<Long> communities, Set<Long> grids) {

    /** The condition of a line of seen.sql for these. */
    String seen(String sql) {
      return sql.replace(":c", array(communities)).replace(":g", array(grids));
    }
  }

  private static final List<String> BUILT_IN =
      List.of("gis", "officer", "planner", "steward", "administrator", "auditor");

  /** A grid that is over: nothing lies in it, but who imports sees what lies nowhere. */
  private static final String OVER = "NULL, 44";

  /** Region and grid of a grant. */
  private static final List<String> PLACES =
      List.of(
          "NULL, NULL",
          "1, NULL",
          "2, NULL",
          "3, NULL",
          "11, NULL",
          "12, NULL",
          "11, NULL",
          "12, NULL",
          "NULL, 40",
          "NULL, 41",
          "NULL, 42",
          "NULL, 43",
          OVER,
          "NULL, 45");

  private static final List<String> DAYS =
      List.of(
          "[2020-01-01,)",
          "[2020-01-01,)",
          "[2020-01-01,)",
          "[2020-01-01,2021-01-01)",
          "[2990-01-01,)");

  static Asker by(Random dice, RunningService service, Accounts accounts, String name) {
    String token = accounts.program(name);
    Set<String> permissions = new TreeSet<>();
    Places places = new Places(new HashSet<>(), new HashSet<>());
    Places withPeople = new Places(new HashSet<>(), new HashSet<>());
    Set<String> full = new HashSet<>();
    int grants = 1 + dice.nextInt(3);
    for (int i = 0; i < grants; i++) {
      String role =
          dice.nextBoolean()
              ? BUILT_IN.get(dice.nextInt(BUILT_IN.size()))
              : role(dice, service, name + "-" + i);
      String place = PLACES.get(dice.nextInt(PLACES.size()));
      String days = DAYS.get(dice.nextInt(DAYS.size()));
      boolean granted =
          !service
              .rows(
                  """
          INSERT INTO access.role_grant (account_id, role_id, region_id, grid_id, days, granted_by)
          SELECT a.id, r.id, %s, '%s', 'test' FROM access.account a, access.role r
          WHERE a.name = '%s' AND r.name = '%s' ON CONFLICT DO NOTHING RETURNING id"""
                      .formatted(place, days, name, role))
              .isEmpty();
      if (granted && days.equals(DAYS.get(0))) {
        Set<String> allowed =
            words(
                service,
                "SELECT permission FROM access.role_permission p JOIN access.role r ON r.id = p.role_id WHERE r.name = '%s'"
                    .formatted(role));
        permissions.addAll(allowed);
        if (allowed.contains("REGISTER_READ") || allowed.contains("PEOPLE_READ")) {
          reach(place, allowed.contains("IMPORT"), places);
        }
        if (allowed.contains("PEOPLE_READ")) {
          reach(place, allowed.contains("IMPORT"), withPeople);
        }
        full.addAll(
            words(
                service,
                "SELECT lower(field) FROM access.role_field f JOIN access.role r ON r.id = f.role_id WHERE r.name = '%s' AND sight = 'FULL'"
                    .formatted(role)));
      }
    }
    return new Asker(name, token, permissions, places, withPeople, full);
  }

  private static void reach(String place, boolean imports, Places reached) {
    if (place.startsWith("NULL, N")) {
      reached.communities().addAll(List.of(0L, 11L, 12L));
    } else if (place.startsWith("NULL") && !place.endsWith(OVER)) {
      reached.grids().add(Long.valueOf(place.substring("NULL, ".length())));
    } else if (!place.endsWith(OVER)) {
      long region = Long.parseLong(place.substring(0, place.indexOf(',')));
      reached.communities().addAll(region < 11 ? List.of(11L, 12L) : List.of(region));
    }
    if (imports) {
      reached.communities().add(0L);
    }
  }

  private static String role(Random dice, RunningService service, String name) {
    StringJoiner permissions = new StringJoiner(",", "{", "}");
    permissions.add(dice.nextInt(4) == 0 ? "PEOPLE_READ" : "REGISTER_READ");
    for (Permission permission : Permission.values()) {
      if (dice.nextInt(3) == 0) {
        permissions.add(permission.name());
      }
    }
    service.rows(
        """
        WITH r AS (INSERT INTO access.role (name, label) VALUES ('%1$s', '%1$s') RETURNING id)
        INSERT INTO access.role_permission SELECT DISTINCT r.id, p FROM r, unnest('%2$s'::text[]) p RETURNING role_id"""
            .formatted(name, permissions));
    StringJoiner sights = new StringJoiner(",", "{", "}");
    for (PersonField field : PersonField.values()) {
      int sight = dice.nextInt(3);
      if (sight > 0) {
        sights.add(field.name() + ":" + (sight == 1 ? "MASKED" : "FULL"));
      }
    }
    service.rows(
        "INSERT INTO access.role_field SELECT id, split_part(s, ':', 1), split_part(s, ':', 2) FROM access.role, unnest('%s'::text[]) s WHERE name = '%s' RETURNING role_id"
            .formatted(sights, name));
    return name;
  }

  boolean may(String permission) {
    return permissions.contains(permission);
  }

  private static String array(Set<Long> ids) {
    return "'"
        + new ArrayList<>(ids).toString().replace('[', '{').replace(']', '}')
        + "'::bigint[]";
  }

  private static Set<String> words(RunningService service, String sql) {
    Set<String> words = new TreeSet<>();
    service.rows(sql).forEach(row -> words.add(String.valueOf(row.get(0))));
    return words;
  }
}
