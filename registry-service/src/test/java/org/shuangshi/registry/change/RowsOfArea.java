package org.shuangshi.registry.change;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shuangshi.registry.RunningService;

/** What lies in an area now, asked of the tables the plain way. */
final class RowsOfArea {
  private static final String SQL =
      """
      WITH RECURSIVE today AS (SELECT day FROM register.change WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1),
      live_region AS (#live region#),
      area (id) AS (SELECT id FROM live_region WHERE code = '#code#'
                    UNION SELECT r.id FROM area a JOIN live_region r ON r.parent_id = a.id),
      code AS (SELECT code FROM live_region WHERE code = '#code#'),
      b AS (SELECT id FROM (#live building#) x WHERE community_id IN (SELECT id FROM area)),
      u AS (SELECT id FROM (#live unit#) x WHERE building_id IN (SELECT id FROM b)),
      p AS (
        SELECT person_id AS id FROM (#live residence#) x WHERE unit_id IN (SELECT id FROM u)
        UNION SELECT landlord_id FROM (#live tenancy#) x WHERE unit_id IN (SELECT id FROM u)
        UNION SELECT tenant_id FROM (#live tenancy#) x WHERE unit_id IN (SELECT id FROM u)
        UNION SELECT x.id FROM (#live person#) x, code WHERE starts_with(registered_region_code, code.code)
          AND x.id NOT IN (SELECT person_id FROM (#live residence#) y)
      ), a AS (
        SELECT id FROM (#live address#) x WHERE community_id IN (SELECT id FROM area)
        UNION SELECT address_id FROM (#live building#) x WHERE id IN (SELECT id FROM b)
        UNION SELECT address_id FROM (#live unit#) x WHERE building_id IN (SELECT id FROM b)
      ), g AS (SELECT id FROM (#live grid#) x WHERE community_id IN (SELECT id FROM area)),
      e AS (SELECT id FROM (#live estate#) x WHERE community_id IN (SELECT id FROM area)),
      n AS (SELECT id FROM (#live entrance#) x WHERE building_id IN (SELECT id FROM b)),
      h AS (SELECT id FROM (#live household#) x WHERE unit_id IN (SELECT id FROM u)),
      everything AS (SELECT id FROM b UNION SELECT id FROM u UNION SELECT id FROM p UNION SELECT id FROM a
                     UNION SELECT id FROM g UNION SELECT id FROM e UNION SELECT id FROM n UNION SELECT id FROM h)
      SELECT 'region' AS kind, version FROM register.region WHERE upper_inf(recorded)
      UNION ALL SELECT 'road', version FROM register.road WHERE upper_inf(recorded)
      UNION ALL SELECT 'context_feature', version FROM register.context_feature WHERE upper_inf(recorded)
      UNION ALL SELECT 'building', version FROM (#live building#) x WHERE id IN (SELECT id FROM b)
      UNION ALL SELECT 'unit', version FROM (#live unit#) x WHERE building_id IN (SELECT id FROM b)
      UNION ALL SELECT 'person', version FROM (#live person#) x WHERE id IN (SELECT id FROM p)
      UNION ALL SELECT 'address', version FROM (#live address#) x WHERE id IN (SELECT id FROM a)
      UNION ALL SELECT 'grid', version FROM (#live grid#) x WHERE id IN (SELECT id FROM g)
      UNION ALL SELECT 'estate', version FROM (#live estate#) x WHERE id IN (SELECT id FROM e)
      UNION ALL SELECT 'entrance', version FROM (#live entrance#) x WHERE building_id IN (SELECT id FROM b)
      UNION ALL SELECT 'household', version FROM (#live household#) x WHERE unit_id IN (SELECT id FROM u)
      UNION ALL SELECT 'residence', version FROM (#live residence#) x WHERE unit_id IN (SELECT id FROM u)
      UNION ALL SELECT 'tenancy', version FROM (#live tenancy#) x WHERE unit_id IN (SELECT id FROM u)
      UNION ALL SELECT 'organisation', version FROM (#live organisation#) x WHERE unit_id IN (SELECT id FROM u)
      UNION ALL SELECT 'evidence', version FROM (#live evidence#) x WHERE unit_id IN (SELECT id FROM u)
      UNION ALL SELECT 'staff_post', version FROM (#live staff_post#) x WHERE grid_id IN (SELECT id FROM g)
      UNION ALL SELECT 'lineage', version FROM (#live lineage#) x WHERE to_id IN (SELECT id FROM everything)
      """;

  private RowsOfArea() {}

  static Map<String, Set<Long>> of(RunningService service, String code) {
    String sql =
        SQL.replaceAll(
                "#live (\\w+)#",
                "SELECT * FROM register.$1 WHERE upper_inf(recorded)"
                    + " AND (upper_inf(valid) OR upper(valid) > (SELECT day FROM today))")
            .replace("#code#", code);
    Map<String, Set<Long>> versions = new TreeMap<>();
    for (List<String> row : service.rows(sql)) {
      versions.computeIfAbsent(row.get(0), kind -> new TreeSet<>()).add(Long.valueOf(row.get(1)));
    }
    return versions;
  }
}
