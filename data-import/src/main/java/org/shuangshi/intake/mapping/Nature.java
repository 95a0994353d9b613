package org.shuangshi.intake.mapping;

/** What the values of a field are like, as far as that can be seen in them. */
public enum Nature {
  /** Anything: its values prove nothing. */
  TEXT("文字", 0, false),
  /** The key or code of a thing in another file. */
  REFERENCE("别处的编号", 0, false),
  NUMBER("数字", 0, false),
  DATE("日期", 0.3, false),
  FLAG("是或否", 0.2, false),
  /** One of a few words: {@link Target#words}. */
  WORD("固定的词", 0.6, false),
  /** GB 11643 and other documents. */
  DOCUMENT("证件号码", 0.85, true),
  PHONE("电话号码", 0.8, true),
  /** GB 32100. */
  CREDIT_CODE("统一社会信用代码", 0.85, false),
  /** 6, 9 or 12 digits. */
  REGION_CODE("区划代码", 0.6, false),
  /** 15 digits. */
  GRID_CODE("网格代码", 0.6, false),
  /** A longitude or easting, as {@link Place#isEasting} knows it. */
  EASTING("经度或东坐标", 0.6, false),
  /** A latitude or northing. */
  NORTHING("纬度或北坐标", 0.6, false),
  /** A geometry as text. */
  WKT("几何文本（WKT）", 0.9, false),
  PERSON_NAME("人名", 0.6, true),
  ADDRESS("地址", 0.6, true);

  private final String label;
  private final double telling;
  private final boolean personal;

  Nature(String label, double telling, boolean personal) {
    this.label = label;
    this.telling = telling;
    this.personal = personal;
  }

  /** What people call it, in Chinese. */
  public String label() {
    return label;
  }

  /** How far values of this kind alone, whatever the column is called, tell the field: 0 to 1. */
  double telling() {
    return telling;
  }

  /** Whether such values are shown by their shape alone. */
  public boolean isPersonal() {
    return personal;
  }

  /** Whether values that come again and again, as those of codes do, tell nothing. */
  boolean isOfEachRow() {
    return this == EASTING || this == NORTHING;
  }

  /** Whether values can speak against it. */
  boolean isChecked() {
    return this != TEXT && this != REFERENCE;
  }
}
