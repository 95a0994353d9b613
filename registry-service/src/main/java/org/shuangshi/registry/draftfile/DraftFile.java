package org.shuangshi.registry.draftfile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a file of polygons holds.
 *
 * @param crs the system it was read in, for people, in Chinese with its code
 * @param polygons in file order
 * @param left rows without a polygon that could be taken
 * @param notices what the reader had to decide, for people, in Chinese
 */
record DraftFile(String crs, List<DraftPolygon> polygons, long left, List<String> notices) {

  /**
   * A grid to be.
   *
   * @param name null where the file names none
   * @param geometry GeoJSON MultiPolygon, EPSG:4490, on the lattice of 1e-8 degrees
   */
  record DraftPolygon(
      @Nullable String name,
      @Schema(type = "object", description = "GeoJSON MultiPolygon") JsonNode geometry) {}
}
