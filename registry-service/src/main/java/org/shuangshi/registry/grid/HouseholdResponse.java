package org.shuangshi.registry.grid;

import org.jspecify.annotations.Nullable;

/**
 * A household that lives in the grid.
 *
 * @param members persons with a residence in it that day
 */
record HouseholdResponse(long id, UnitPlace unit, int members) {

  /** The unit it lives in. */
  public record UnitPlace(long id, @Nullable String address, int floor, String room) {}
}
