package org.shuangshi.registry.grid;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.CodeName;
import org.shuangshi.registry.region.RegionReference;

/**
 * One grid, with what stands above it and who answers for it.
 *
 * @param band how many resident households it should hold; null where nothing is set
 * @param geometry GeoJSON MultiPolygon, EPSG:4490
 */
record GridCardResponse(
    long id,
    String code,
    int number,
    String name,
    GridKind kind,
    GridSetting setting,
    @Nullable RegionReference community,
    @Nullable CodeName street,
    @Nullable CodeName district,
    List<Double> bbox,
    List<Double> centre,
    @JsonRawValue @Schema(types = "object", description = "GeoJSON MultiPolygon") String geometry,
    @Nullable Band band,
    List<TeamMember> team) {

  /** Fewest and most households. */
  public record Band(int low, int high) {}

  /** 网格长, AB岗, 协管员, 信息员. */
  public enum Role {
    LEADER,
    STAND_IN,
    ASSISTANT,
    INFORMATION_OFFICER
  }

  /**
   * Who answers for the grid, with the service phone.
   *
   * @param id of the staff post
   */
  public record TeamMember(long id, Role role, String name, @Nullable String phone) {}
}
