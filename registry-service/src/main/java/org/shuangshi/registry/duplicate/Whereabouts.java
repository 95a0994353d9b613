package org.shuangshi.registry.duplicate;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.address.Address;
import org.shuangshi.gis.address.AddressReader;
import org.shuangshi.gis.address.Comparison;
import org.shuangshi.gis.address.Component;
import org.shuangshi.gis.address.Gazetteer;
import org.shuangshi.gis.address.Reading;
import org.shuangshi.registry.duplicate.Reason.Code;

/**
 * Where somebody lives or is registered, as far as it tells namesakes apart.
 *
 * @param units ids
 * @param buildings ids of the buildings of the units
 * @param addresses texts, official or as typed
 */
record Whereabouts(Set<Long> units, Set<Long> buildings, Set<String> addresses) {
  private static final AddressReader READER = new AddressReader(Gazetteer.EMPTY);
  private static final String NAMESAKES = "姓名、出生日期相同，";

  /**
   * What two persons of one name and birth date have in common of where they are; null: nothing,
   * they are taken for two. The rules, the first that holds:
   *
   * <ol>
   *   <li>a unit that both live in or are registered at;
   *   <li>a building;
   *   <li>an address of one and one of the other that are alike ({@link Comparison#SIMILAR}).
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
        most = Math.max(most, likeness(READER.read(one), READER.read(theirs)));
      }
    }
    return most < Comparison.SIMILAR
        ? null
        : new Reason(
            Code.SIMILAR_ADDRESS,
            String.format(Locale.ROOT, "%s地址相近（%.0f%%）", NAMESAKES, most * 100));
  }

  private static double likeness(Reading one, Reading other) {
    double score = Comparison.of(one, other).score();
    boolean oneInOther =
        ends(one.address(), other.address()) || ends(other.address(), one.address());
    return oneInOther ? Math.max(score, Comparison.SIMILAR) : score;
  }

  /** 云江解放路12号 and 解放路12号: a city without its 市 is read as part of the road's name. */
  private static boolean ends(Address whole, Address end) {
    return end.has(Component.ROAD)
        && end.has(Component.DOOR_NUMBER)
        && whole.text().endsWith(end.text());
  }
}
