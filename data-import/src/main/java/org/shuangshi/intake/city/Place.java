package org.shuangshi.intake.city;

/**
 * The invented place a city lies in. Codes have the form of GB/T 2260, but 4298, 4299 and what lies
 * under them have never been given out.
 *
 * @param cityCode 4 digits
 * @param districtCode 6 digits
 */
record Place(String province, String city, String cityCode, String district, String districtCode) {
  static final Place DRAWN = new Place("湖北省", "云江市", "4299", "澄湖区", "429902");

  /** For people put onto given footprints, so that both can be in one register. */
  static final Place GIVEN = new Place("湖北省", "示范市", "4298", "试点区", "429802");

  String name() {
    return city + district;
  }
}
