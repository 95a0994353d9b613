package org.shuangshi.registry.tile;

import java.time.LocalDate;
import org.shuangshi.registry.database.RegisterStamp;
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
    return stamp.read() + "-" + asOf;
  }

  byte[] tile(TileLayer layer, TileAddress address, LocalDate asOf) {
    return address.z() < layer.lowestZoom() ? new byte[0] : tiles.read(layer, address, asOf);
  }
}
