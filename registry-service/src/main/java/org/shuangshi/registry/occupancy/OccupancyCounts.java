package org.shuangshi.registry.occupancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Units by state, the four apart. */
public record OccupancyCounts(
    @JsonProperty("VERIFIED_VACANT") long verifiedVacant,
    @JsonProperty("OCCUPIED") long occupied,
    @JsonProperty("UNLINKED") long unlinked,
    @JsonProperty("UNVISITED") long unvisited) {

  /** Reads the columns verified_vacant, occupied, unlinked, unvisited. */
  public static OccupancyCounts of(ResultSet row) throws SQLException {
    return new OccupancyCounts(
        row.getLong("verified_vacant"),
        row.getLong("occupied"),
        row.getLong("unlinked"),
        row.getLong("unvisited"));
  }

  public long total() {
    return verifiedVacant + occupied + unlinked + unvisited;
  }
}
