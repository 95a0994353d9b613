package org.shuangshi.intake.city;

import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.feature.Format;
import org.shuangshi.gis.feature.GeometryType;

/**
 * Where the rows of buildings and of those who live in them go.
 *
 * @param buildings null where the footprints are somebody else's
 */
record ResidentTables(
    Table addresses,
    @Nullable Table buildings,
    Table units,
    Table households,
    Table people,
    Table organisations,
    Table evidence) {

  /** Columns of addresses. */
  static final String[] ADDRESS = {
    "id",
    "province",
    "city",
    "district",
    "street",
    "community",
    "village_group",
    "road",
    "section",
    "lane",
    "door_number",
    "door_suffix",
    "estate",
    "phase",
    "building",
    "entrance",
    "floor",
    "room",
    "aliases"
  };

  /** Opens a table of the set. */
  interface Opening {
    Table table(String kind, Format format, GeometryType type, String... columns);
  }

  static ResidentTables open(Opening open, boolean drawn) {
    Table addresses = open.table("addresses", Format.CSV, GeometryType.POINT, ADDRESS);
    @Nullable Table buildings =
        !drawn
            ? null
            : open.table(
                "buildings",
                Format.GEOPACKAGE,
                GeometryType.MULTI_POLYGON,
                "id",
                "name",
                "use",
                "status",
                "structure",
                "floors:INTEGER",
                "floors_below:INTEGER",
                "height_m:REAL",
                "year_built:INTEGER",
                "address");
    Table units =
        open.table(
            "units",
            Format.CSV,
            GeometryType.NONE,
            "id",
            "building",
            "entrance",
            "entrance_lon:REAL",
            "entrance_lat:REAL",
            "address",
            "floor:INTEGER",
            "room",
            "use",
            "area_m2:REAL");
    Table households =
        open.table("households", Format.CSV, GeometryType.NONE, "id", "unit", "kind");
    Table people =
        open.table(
            "people",
            Format.XLSX,
            GeometryType.NONE,
            "id",
            "name",
            "sex",
            "birth_date:DATE",
            "document_type",
            "document_number",
            "nationality",
            "ethnicity",
            "phone",
            "registered_address",
            "registered_region_code",
            "registration_book",
            "residence_permit",
            "permit_until:DATE",
            "unit",
            "household",
            "role",
            "relation",
            "main",
            "moved_in:DATE",
            "moved_out:DATE");
    Table organisations =
        open.table(
            "organisations",
            Format.XLSX,
            GeometryType.NONE,
            "id",
            "name",
            "credit_code",
            "kind",
            "industry",
            "unit",
            "valid_from:DATE");
    Table evidence =
        open.table(
            "evidence",
            Format.CSV,
            GeometryType.NONE,
            "id",
            "unit",
            "kind",
            "date:DATE",
            "finding",
            "note",
            "seen_by");
    return new ResidentTables(
        addresses, buildings, units, households, people, organisations, evidence);
  }
}
