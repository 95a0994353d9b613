package org.shuangshi.registry.spot;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Cursor;
import org.shuangshi.registry.request.Page;
import org.springframework.stereotype.Service;

@Service
class SpotService {
  private static final String SPOT = "spot";

  private final SpotRepository spots;

  SpotService(SpotRepository spots) {
    this.spots = spots;
  }

  Page<SpotItem> covering(double lon, double lat, int limit, @Nullable String after) {
    require("lon", lon, 180);
    require("lat", lat, 90);
    return Page.cut(
        spots.covering(lon, lat, Cursor.read(SPOT, 4, after), Page.rowsFor(limit)),
        limit,
        item -> Cursor.of(SPOT, item.from(), item.recordedFrom(), item.kind(), item.version()));
  }

  private static void require(String name, double degrees, double most) {
    if (!(Math.abs(degrees) <= most)) { // NaN is refused too
      throw Refusal.field(name, "parameter.invalid", name + " 应为度数，绝对值不超过 " + (int) most);
    }
  }
}
