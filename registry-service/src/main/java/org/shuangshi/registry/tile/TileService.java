package org.shuangshi.registry.tile;

import java.time.LocalDate;
import org.shuangshi.registry.database.RegisterStamp;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Service;

@Service
class TileService {
  private final TileRepository tiles;
  private final RegisterStamp stamp;

  TileService(TileRepository tiles, RegisterStamp stamp) {
    this.tiles = tiles;
    this.stamp = stamp;
  }

  TileLayer layer(String word) {
    TileLayer layer = TileLayer.named(word);
    if (layer == null) {
      throw Refusal.unknown(
          "tile.layer-unknown", "没有图层 " + word + "；有 buildings、grids、regions、addresses、context");
    }
    return layer;
  }

  /** What a tile of that day is known by until the register changes. */
  String version(LocalDate asOf) {
    // a browser's tiles are not another reader's who signs in there, nor good in other areas
    Reader reader = Reader.current();
    int areas = reader.areas(Permission.REGISTER_READ).hashCode();
    return stamp.read() + "-" + asOf + "-" + reader.account() + "-" + Integer.toHexString(areas);
  }

  byte[] tile(TileLayer layer, TileAddress address, LocalDate asOf) {
    return address.z() < layer.lowestZoom() ? new byte[0] : tiles.read(layer, address, asOf);
  }
}
