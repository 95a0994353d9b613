package org.shuangshi.registry.change;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What an area was behind a change.
 *
 * @param communities ids of those it is made of
 * @param codes by which persons are registered in it
 */
record AreaState(List<Long> communities, List<String> codes) {

  Long[] array() {
    return communities.toArray(Long[]::new);
  }

  /** Communities of one of both alone. */
  Long[] alteredTo(AreaState other) {
    return LongStream.concat(
            communities.stream().filter(id -> !other.communities.contains(id)).mapToLong(id -> id),
            other.communities.stream().filter(id -> !communities.contains(id)).mapToLong(id -> id))
        .boxed()
        .toArray(Long[]::new);
  }

  static AreaState of(Long[] communities, String[] codes) {
    return new AreaState(Arrays.asList(communities), Arrays.asList(codes));
  }
}
