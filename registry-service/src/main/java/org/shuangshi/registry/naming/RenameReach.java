package org.shuangshi.registry.naming;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much a new name would touch: counted by the statements that the renaming itself goes by. */
@Repository
class RenameReach {
  private static final String ON = Sql.of("naming/region_on.sql");
  private static final String OF_ROAD = Sql.of("naming/addresses_of_road.sql");
  private static final String OF_REGION = Sql.of("naming/addresses_of_region.sql");
  private static final String REGIONS = Sql.of("naming/regions_below.sql");
  private static final String GRIDS = Sql.of("naming/grids_below.sql");

  private final JdbcClient jdbc;

  RenameReach(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Renamed road(long id, LocalDate from) {
    return new Renamed(count(OF_ROAD, Map.of("id", id, "from", from)), 0, 0);
  }

  /** Regions and grids below it are those that would get another code with it. */
  Renamed region(long id, LocalDate from) {
    Map<String, @Nullable Object> region =
        jdbc.sql(ON).param("id", id).param("from", from).query().listOfRows().stream()
            .findFirst()
            .orElseThrow(() -> Refusal.unknown("thing.unknown", from + " 没有编号为 " + id + " 的行政区划"));
    Map<String, @Nullable Object> named = days(from, region.get("name_until"));
    named.put("region", id);
    named.put("level", region.get("level"));
    named.put("name", region.get("name"));
    named.put("parent", region.get("parent"));
    Map<String, @Nullable Object> coded = days(from, region.get("code_until"));
    coded.put("prefix", region.get("code"));
    return new Renamed(
        count(OF_REGION, named), Math.max(0, count(REGIONS, coded) - 1), count(GRIDS, coded));
  }

  private static Map<String, @Nullable Object> days(LocalDate from, @Nullable Object until) {
    Map<String, @Nullable Object> days = new HashMap<>();
    days.put("from", from);
    days.put("to", until);
    return days;
  }

  private int count(String sql, Map<String, ?> parameters) {
    return jdbc.sql("SELECT count(*) FROM (" + sql + "\n) found")
        .params(parameters)
        .query(Integer.class)
        .single();
  }
}
