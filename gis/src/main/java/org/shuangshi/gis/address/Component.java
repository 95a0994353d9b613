package org.shuangshi.gis.address;

import java.util.Locale;

/**
 * The parts of a standard address, from the whole to the smallest, in the order they are written.
 */
public enum Component {
  PROVINCE("省"),
  CITY("市"),
  DISTRICT("区县"),
  STREET("街道/镇"),
  COMMUNITY("社区/村"),
  VILLAGE_GROUP("村民小组"),
  ROAD("路/街/巷"),
  SECTION("段"),
  LANE("弄"),
  DOOR_NUMBER("门牌号"),
  DOOR_SUFFIX("附号"),
  ESTATE("小区/院落"),
  PHASE("期/区"),
  BUILDING("幢"),
  ENTRANCE("单元"),
  FLOOR("层"),
  ROOM("室");

  private final String label;

  Component(String label) {
    this.label = label;
  }

  /** What people call it, in Chinese. */
  public String label() {
    return label;
  }

  /** Whether it is a division of the land: down to community and village. */
  public boolean isDivision() {
    return compareTo(COMMUNITY) <= 0;
  }

  /** Its name in tables and files: {@code door_number}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
