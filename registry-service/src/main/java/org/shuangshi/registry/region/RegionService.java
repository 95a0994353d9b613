package org.shuangshi.registry.region;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.AreaRepository;
import org.shuangshi.registry.request.Cursor;
import org.shuangshi.registry.request.Page;
import org.springframework.stereotype.Service;

@Service
class RegionService {
  private static final String CURSOR = "regions";

  private final RegionRepository regions;

  RegionService(RegionRepository regions) {
    this.regions = regions;
  }

  Page<RegionResponse> list(
      LocalDate asOf,
      @Nullable RegionLevel level,
      @Nullable String parent,
      boolean geometry,
      int limit,
      @Nullable String after) {
    Cursor cursor = Cursor.read(CURSOR, 1, after);
    return Page.cut(
        regions.list(
            asOf,
            level,
            parent,
            geometry,
            cursor == null ? "" : cursor.word(0),
            Page.rowsFor(limit)),
        limit,
        region -> Cursor.of(CURSOR, region.code()));
  }

  RegionResponse get(String code, LocalDate asOf) {
    return regions.find(code, asOf).orElseThrow(() -> AreaRepository.unknownRegion(code, asOf));
  }
}
