package org.shuangshi.registry.tile;

import org.shuangshi.registry.refusal.Refusal;

/** Place of a tile in the web's square scheme (EPSG:3857, y from north). */
record TileAddress(int z, int x, int y) {
  private static final int HIGHEST_ZOOM = 22;

  TileAddress {
    if (z < 0 || z > HIGHEST_ZOOM) {
      throw Refusal.field("z", "tile.out-of-range", "瓦片级别 z 应为 0–" + HIGHEST_ZOOM);
    }
    int last = (1 << z) - 1;
    if (x < 0 || x > last) {
      throw Refusal.field("x", "tile.out-of-range", "级别 " + z + " 的瓦片列号 x 应为 0–" + last);
    }
    if (y < 0 || y > last) {
      throw Refusal.field("y", "tile.out-of-range", "级别 " + z + " 的瓦片行号 y 应为 0–" + last);
    }
  }
}
