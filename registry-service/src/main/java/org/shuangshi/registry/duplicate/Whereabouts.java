package org.shuangshi.registry.duplicate;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.address.Likeness;
import org.shuangshi.registry.duplicate.Reason.Code;

/**
 * Where somebody lives or is registered, as far as it tells namesakes apart.
 *
 * @param units ids
 * @param buildings ids of the buildings of the units
 * @param addresses texts, official or as typed
 */
record Whereabouts(Set<Long> units, Set<Long> buildings, Set<String> addresses) {
  private static final String NAMESAKES = "姓名、出生日期相同，";

  /**
   * What two persons of one name and birth date have in common of where they are; null: nothing,
   * they are taken for two. The rules, the first that holds:
   *
   * <ol>
   *   <li>a unit that both live in or are registered at;
   *   <li>a building;
   *   <li>an address of one and one of the other that are alike ({@link Likeness#SIMILAR}).
   * </ol>
   */
  @Nullable Reason shared(Whereabouts other) {
    if (!Collections.disjoint(units, other.units)) {
      return new Reason(Code.SAME_UNIT, NAMESAKES + "住处或户籍在同一户室");
    }
    if (!Collections.disjoint(buildings, other.buildings)) {
      return new Reason(Code.SAME_BUILDING, NAMESAKES + "住处或户籍在同一栋楼");
    }
    double most = 0;
    for (String one : addresses) {
      for (String theirs : other.addresses) {
        most = Math.max(most, Likeness.of(one, theirs));
      }
    }
    return most < Likeness.SIMILAR
        ? null
        : new Reason(
            Code.SIMILAR_ADDRESS,
            String.format(Locale.ROOT, "%s地址相近（%.0f%%）", NAMESAKES, most * 100));
  }
}
