package org.shuangshi.registry.export;

import static org.shuangshi.gis.feature.FieldType.BOOLEAN;
import static org.shuangshi.gis.feature.FieldType.DATE;
import static org.shuangshi.gis.feature.FieldType.INTEGER;
import static org.shuangshi.gis.feature.FieldType.REAL;
import static org.shuangshi.gis.feature.FieldType.TEXT;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.shuangshi.gis.feature.Field;
import org.shuangshi.gis.feature.FieldType;
import org.shuangshi.gis.feature.GeometryType;

/** What can be taken out, with the columns its statement gives. */
enum ExportLayer {
  @JsonProperty("units")
  UNITS(
      "户室",
      GeometryType.POINT,
      id(),
      text("state"),
      text("basis"),
      one("contradiction", BOOLEAN),
      text("evidence"),
      one("seen_on", DATE),
      text("finding"),
      text("address"),
      text("building"),
      text("entrance"),
      one("floor", INTEGER),
      text("room"),
      text("use"),
      one("area_m2", REAL)),
  @JsonProperty("buildings")
  BUILDINGS(
      "建筑物",
      GeometryType.MULTI_POLYGON,
      id(),
      text("name"),
      text("use"),
      text("structure"),
      one("floors", INTEGER),
      one("height_m", REAL),
      one("year_built", INTEGER),
      text("address"),
      one("vacant", INTEGER),
      one("occupied", INTEGER),
      one("unlinked", INTEGER),
      one("unvisited", INTEGER)),
  @JsonProperty("grids")
  GRIDS(
      "网格",
      GeometryType.MULTI_POLYGON,
      id(),
      text("code"),
      text("name"),
      text("kind"),
      text("setting"),
      text("community"),
      text("community_name")),
  @JsonProperty("regions")
  REGIONS("行政区划", GeometryType.MULTI_POLYGON, id(), text("code"), text("name"), text("level")),
  @JsonProperty("addresses")
  ADDRESSES(
      "标准地址",
      GeometryType.POINT,
      id(),
      text("text"),
      text("city"),
      text("district"),
      text("street"),
      text("community"),
      text("village_group"),
      text("road"),
      text("lane"),
      text("door_number"),
      text("estate"),
      text("building"),
      text("entrance"),
      text("room"),
      text("aliases")),
  @JsonProperty("roads")
  ROADS("道路", GeometryType.MULTI_LINE, id(), text("name"), text("class")),
  @JsonProperty("estates")
  ESTATES("小区", GeometryType.MULTI_POLYGON, id(), text("name"), text("aliases"));

  private final String label;
  private final GeometryType geometryType;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Field> fields;

  ExportLayer(String label, GeometryType geometryType, Field... fields) {
    this.label = label;
    this.geometryType = geometryType;
    this.fields = List.of(fields);
  }

  /** Chinese name, for the file. */
  String label() {
    return label;
  }

  GeometryType geometryType() {
    return geometryType;
  }

  /** Columns in the order of the file, under the names the statement gives them. */
  List<Field> fields() {
    return fields;
  }

  /** Whether the area picks buildings, by their inside points. */
  boolean ofBuildings() {
    return this == UNITS || this == BUILDINGS;
  }

  /** Its statement under {@code resources/sql}, and its name in requests. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Field id() {
    return one("id", INTEGER);
  }

  private static Field one(String name, FieldType type) {
    return new Field(name, type);
  }

  private static Field text(String name) {
    return one(name, TEXT);
  }
}
