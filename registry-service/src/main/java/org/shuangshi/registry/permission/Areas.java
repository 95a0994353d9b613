package org.shuangshi.registry.permission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where something holds today.
 *
 * @param wholeCity everywhere, what lies in no community included
 * @param communities ids of regions of level COMMUNITY; all of the city's where {@code wholeCity}
 * @param grids ids of grids granted one by one, none of which lies in {@code communities}
 */
public record Areas(boolean wholeCity, Set<Long> communities, Set<Long> grids) {

  public static final Areas NOWHERE = new Areas(false, Set.of(), Set.of());

  public Areas {
    communities = Set.copyOf(communities);
    grids = Set.copyOf(grids);
  }

  /**
   * Whether something that lies there is in them.
   *
   * @param community its community; null: none
   * @param grid its grid; null: none
   */
  public boolean cover(@Nullable Long community, @Nullable Long grid) {
    return wholeCity
        || (community != null && communities.contains(community))
        || (grid != null && grids.contains(grid));
  }

  public boolean isEmpty() {
    return !wholeCity && communities.isEmpty() && grids.isEmpty();
  }

  static Areas union(List<Areas> some) {
    if (some.size() == 1) {
      return some.get(0);
    }
    boolean wholeCity = false;
    Set<Long> communities = new HashSet<>();
    Set<Long> grids = new HashSet<>();
    for (Areas areas : some) {
      wholeCity |= areas.wholeCity;
      communities.addAll(areas.communities);
      grids.addAll(areas.grids);
    }
    return new Areas(wholeCity, communities, grids);
  }
}
