package org.shuangshi.intake.city;

/**
 * The invented place. Codes have the form of GB/T 2260, but 4299 and what lies under it have never
 * been given out.
 */
final class Place {
  static final String PROVINCE = "湖北省";
  static final String CITY = "云江市";
  static final String CITY_CODE = "4299";
  static final String DISTRICT = "澄湖区";
  static final String DISTRICT_CODE = "429902";

  private Place() {}
}
