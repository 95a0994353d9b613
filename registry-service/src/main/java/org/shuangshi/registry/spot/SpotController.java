package org.shuangshi.registry.spot;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "spot", description = "一个地点的历史")
class SpotController {
  private final SpotService spots;

  SpotController(SpotService spots) {
    this.spots = spots;
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/api/spot")
  @Operation(summary = "地点的历史", description = "曾经覆盖这一点的区划、网格、小区、楼栋的全部版本，和 30 米内门牌（不含户室）的全部版本；新的在前")
  Page<SpotItem> covering(
      @RequestParam double lon,
      @RequestParam double lat,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return spots.covering(lon, lat, limit, after);
  }
}
