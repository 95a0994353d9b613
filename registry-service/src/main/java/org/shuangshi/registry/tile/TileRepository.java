package org.shuangshi.registry.tile;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TileRepository {
  private final JdbcClient jdbc;

  TileRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The tile's bytes; empty where nothing is. */
  byte[] read(TileLayer layer, TileAddress address, LocalDate asOf) {
    return jdbc.sql(layer.statement())
        .param("z", address.z())
        .param("x", address.x())
        .param("y", address.y())
        .param("asOf", asOf)
        .query((row, n) -> row.getBytes("mvt"))
        .optional()
        .orElse(new byte[0]);
  }
}
