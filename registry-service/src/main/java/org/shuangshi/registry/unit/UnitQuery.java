package org.shuangshi.registry.unit;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.occupancy.Basis;
import org.shuangshi.registry.occupancy.Occupancy;
import org.shuangshi.registry.request.When;

/**
 * Which units are meant.
 *
 * @param states at least one
 * @param bases why they are occupied; empty asks nothing of it
 * @param contradictionOnly only units registered as occupied that a later visit found empty
 */
record UnitQuery(
    Area area, When when, Set<Occupancy> states, Set<Basis> bases, boolean contradictionOnly) {

  static UnitQuery of(
      Area area,
      When when,
      @Nullable Collection<Occupancy> states,
      @Nullable Collection<Basis> bases,
      @Nullable Boolean contradictionOnly) {
    return new UnitQuery(
        area,
        when,
        states == null || states.isEmpty()
            ? EnumSet.allOf(Occupancy.class)
            : EnumSet.copyOf(states),
        bases == null ? Set.of() : Set.copyOf(bases),
        Boolean.TRUE.equals(contradictionOnly));
  }
}
