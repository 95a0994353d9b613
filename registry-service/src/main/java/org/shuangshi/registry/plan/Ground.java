package org.shuangshi.registry.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.registry.grid.GridKind;
import org.shuangshi.registry.grid.GridSetting;

/**
 * What the register has on a day where a plan is drawn.
 *
 * @param grids those of the communities
 * @param ring those of other communities that meet them
 * @param teams by grid, of {@code grids}
 */
record Ground(
    LocalDate day,
    List<Community> communities,
    List<Standing> grids,
    List<Standing> ring,
    Map<Long, List<PlanPost>> teams) {

  /** How many households a grid should hold. */
  record HouseholdBand(int low, int high) {}

  /**
   * A community.
   *
   * @param geom area in degrees
   */
  record Community(
      long id,
      String code,
      String name,
      @Nullable HouseholdBand urban,
      @Nullable HouseholdBand rural,
      Geometry geom) {

    @Nullable HouseholdBand band(GridSetting setting) {
      return setting == GridSetting.URBAN ? urban : rural;
    }
  }

  /**
   * A grid that stands.
   *
   * @param version number of the row that says so
   * @param endless whether no end of it is known
   * @param geom area in degrees
   */
  record Standing(
      long id,
      long version,
      String code,
      String name,
      GridKind kind,
      GridSetting setting,
      long community,
      boolean endless,
      Geometry geom) {}

  Optional<Community> community(String code) {
    return communities.stream().filter(each -> each.code().equals(code)).findFirst();
  }

  Community community(long id) {
    return communities.stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not of the plan: " + id));
  }

  Optional<Standing> grid(long id) {
    return grids.stream().filter(each -> each.id() == id).findFirst();
  }

  List<PlanPost> team(long grid) {
    return teams.getOrDefault(grid, List.of());
  }

  /** By id the version of each grid of the communities: what a plan begins from. */
  Map<String, Long> base() {
    Map<String, Long> base = new TreeMap<>();
    grids.forEach(each -> base.put(String.valueOf(each.id()), each.version()));
    return base;
  }
}
