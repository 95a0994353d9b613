package org.shuangshi.registry.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.permission.Areas;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GrantRepository {
  private static final String OF_ACCOUNT = Sql.of("grant/of-account.sql");
  private static final String MAKE = Sql.of("grant/make.sql");
  private static final String END = Sql.of("grant/end.sql");
  private static final String PLACE = Sql.of("grant/place.sql");
  private static final String GRID = Sql.of("grant/grid.sql");
  private static final String REGION = Sql.of("grant/region.sql");
  private static final String OUTSIDE = Sql.of("grant/outside.sql");
  private static final String ACCOUNT = Sql.of("grant/account.sql");
  private static final String ALONE = Sql.of("grant/alone.sql");
  private static final String ADMINISTRATORS = Sql.of("grant/administrators.sql");

  private final JdbcClient jdbc;

  GrantRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Where a grant holds; neither: the whole city.
   *
   * @param community of the grid
   */
  record Place(@Nullable Long region, @Nullable Long grid, @Nullable Long community) {
    static final Place CITY = new Place(null, null, null);
  }

  /** Grants that hold today or will, and those that ended. */
  List<Grant> ofAccount(long account, LocalDate today) {
    return jdbc.sql(OF_ACCOUNT)
        .param("account", account)
        .param("today", today)
        .query(
            (row, n) ->
                new Grant(
                    row.getLong("id"),
                    row.getString("role"),
                    row.getString("area"),
                    row.getObject("since", LocalDate.class),
                    row.getObject("until", LocalDate.class),
                    row.getString("stand_in_for"),
                    row.getString("granted_by"),
                    row.getBoolean("today")))
        .list();
  }

  long make(
      long account,
      long role,
      Place place,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable Long standInFor,
      String by) {
    return jdbc.sql(MAKE)
        .param("account", account)
        .param("role", role)
        .param("region", place.region())
        .param("grid", place.grid())
        .param("from", from)
        .param("to", to)
        .param("standInFor", standInFor)
        .param("by", by)
        .query(Long.class)
        .single();
  }

  /** From today on it does not hold. */
  void end(long id, LocalDate today) {
    jdbc.sql(END).param("id", id).param("today", today).update();
  }

  /** Where a grant of an account holds. */
  Optional<Place> findPlace(long account, long id) {
    return jdbc.sql(PLACE)
        .param("account", account)
        .param("id", id)
        .query(
            (row, n) ->
                new Place(
                    Columns.id(row, "region_id"),
                    Columns.id(row, "grid_id"),
                    Columns.id(row, "community_id")))
        .optional();
  }

  Optional<Place> findGrid(String code, LocalDate today) {
    return jdbc.sql(GRID)
        .param("code", code)
        .param("today", today)
        .query((row, n) -> new Place(null, row.getLong("id"), Columns.id(row, "community_id")))
        .optional();
  }

  Optional<Place> findRegion(String code, LocalDate today) {
    return jdbc.sql(REGION)
        .param("code", code)
        .param("today", today)
        .query((row, n) -> new Place(row.getLong("id"), null, null))
        .optional();
  }

  /** Whether a region holds a community that is not in the areas. */
  boolean reachesOutside(long region, Areas areas, LocalDate today) {
    return jdbc.sql(OUTSIDE)
        .param("region", region)
        .param("communities", areas.communities().toArray(Long[]::new))
        .param("today", today)
        .query(Boolean.class)
        .single();
  }

  Optional<Long> findAccount(String name) {
    return jdbc.sql(ACCOUNT).param("name", name).query(Long.class).optional();
  }

  /** One change of who administers at a time, to the end of the transaction. */
  void alone() {
    jdbc.sql(ALONE).query((row, n) -> true).single();
  }

  /** How many may administer accounts in the whole city. */
  long administrators(LocalDate today) {
    return jdbc.sql(ADMINISTRATORS).param("today", today).query(Long.class).single();
  }
}
