package org.shuangshi.registry.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.ShapeJson;
import org.shuangshi.registry.plan.Ground.HouseholdBand;
import tools.jackson.databind.JsonNode;

/**
 * What a plan is drawn on.
 *
 * @param overtaken whether other grids than those it was begun from stand there by now: it can no
 *     longer be published
 * @param grids those that stand
 * @param ring grids of other communities that meet them: their other borders stay
 */
record PlanGround(
    LocalDate asOf,
    boolean overtaken,
    List<GroundCommunity> communities,
    List<GroundGrid> grids,
    List<GroundGrid> ring,
    List<GroundBuilding> buildings,
    List<GroundLine> lines) {

  /** A community and how many households a grid of it should have. */
  record GroundCommunity(
      long id,
      String code,
      String name,
      @Nullable HouseholdBand urban,
      @Nullable HouseholdBand rural,
      @Schema(type = "object") JsonNode geometry) {}

  /** A grid that stands. */
  record GroundGrid(
      long id,
      String code,
      String name,
      long community,
      List<PlanPost> team,
      @Schema(type = "object") JsonNode geometry) {}

  /** A building; {@code lon}, {@code lat} of its inside point. */
  record GroundBuilding(
      long id, double lon, double lat, @Schema(type = "object") JsonNode footprint) {}

  /** A road, water or compound. */
  record GroundLine(
      GuideLine.Kind kind,
      long id,
      @Nullable String roadClass,
      @Nullable String name,
      @Schema(type = "object") JsonNode geometry) {}

  static PlanGround of(
      Ground ground, boolean overtaken, List<Footprint> footprints, List<GuideLine> lines) {
    return new PlanGround(
        ground.day(),
        overtaken,
        ground.communities().stream()
            .map(
                each ->
                    new GroundCommunity(
                        each.id(),
                        each.code(),
                        each.name(),
                        each.urban(),
                        each.rural(),
                        ShapeJson.geoJson(each.geom())))
            .toList(),
        ground.grids().stream().map(each -> grid(each, ground.team(each.id()))).toList(),
        ground.ring().stream().map(each -> grid(each, List.of())).toList(),
        footprints.stream()
            .map(
                each ->
                    new GroundBuilding(
                        each.id(), each.lon(), each.lat(), ShapeJson.geoJson(each.outline())))
            .toList(),
        lines.stream()
            .map(
                each ->
                    new GroundLine(
                        each.kind(),
                        each.id(),
                        each.roadClass(),
                        each.name(),
                        ShapeJson.geoJson(each.geom())))
            .toList());
  }

  private static GroundGrid grid(Ground.Standing grid, List<PlanPost> team) {
    return new GroundGrid(
        grid.id(),
        grid.code(),
        grid.name(),
        grid.community(),
        team,
        ShapeJson.geoJson(grid.geom()));
  }
}
