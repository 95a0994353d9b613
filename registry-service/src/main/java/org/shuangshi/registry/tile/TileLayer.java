package org.shuangshi.registry.tile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Sql;

/** A layer of tiles, and the zoom below which it would be a smear and is not made. */
enum TileLayer {
  BUILDINGS(13),
  GRIDS(11),
  REGIONS(0),
  ADDRESSES(17),
  CONTEXT(8);

  private final int lowestZoom;
  private final String statement;

  TileLayer(int lowestZoom) {
    this.lowestZoom = lowestZoom;
    this.statement = Sql.of("tile/" + word() + ".sql");
  }

  static @Nullable TileLayer named(String word) {
    for (TileLayer layer : values()) {
      if (layer.word().equals(word)) {
        return layer;
      }
    }
    return null;
  }

  final String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  int lowestZoom() {
    return lowestZoom;
  }

  String statement() {
    return statement;
  }
}
