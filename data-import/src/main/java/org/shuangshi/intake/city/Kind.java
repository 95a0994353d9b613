package org.shuangshi.intake.city;

/** Kinds of building, with the words files have for their use and structure. */
enum Kind {
  SLAB("RESIDENTIAL", "MIXED"),
  TOWER("RESIDENTIAL", "STEEL_CONCRETE"),
  /** Shops below, flats above. */
  SHOPHOUSE("MIXED", "MIXED"),
  /** A row of shops. */
  SHOPS("COMMERCIAL", "CONCRETE"),
  OLD_HOUSE("RESIDENTIAL", "BRICK_TIMBER"),
  /** Built by its owner in an urban village, let room by room. */
  LODGING("RESIDENTIAL", "MIXED"),
  MALL("COMMERCIAL", "STEEL_CONCRETE"),
  OFFICE("OFFICE", "STEEL_CONCRETE"),
  GOVERNMENT("PUBLIC", "CONCRETE"),
  SCHOOL("SCHOOL", "CONCRETE"),
  HOSPITAL("HOSPITAL", "STEEL_CONCRETE"),
  MARKET("COMMERCIAL", "STEEL"),
  WORKSHOP("INDUSTRIAL", "STEEL"),
  DORMITORY("RESIDENTIAL", "CONCRETE"),
  GATEHOUSE("ANCILLARY", "MIXED"),
  GARAGE("ANCILLARY", "MIXED"),
  POWER_ROOM("ANCILLARY", "MIXED"),
  FARMHOUSE("RESIDENTIAL", "MIXED"),
  SHED("ANCILLARY", "OTHER"),
  VILLAGE_HALL("PUBLIC", "MIXED"),
  /** Known by its footprint alone. */
  UNKNOWN("UNKNOWN", "OTHER");

  final String use;
  final String structure;

  Kind(String use, String structure) {
    this.use = use;
    this.structure = structure;
  }

  boolean ancillary() {
    return use.equals("ANCILLARY");
  }

  boolean publicService() {
    return use.equals("PUBLIC") || use.equals("SCHOOL") || use.equals("HOSPITAL");
  }

  boolean works() {
    return this == OFFICE || this == MALL || this == MARKET || this == WORKSHOP;
  }
}
