package org.shuangshi.intake.load;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.geometry.Shape;

/** What a file may hold, in the order a set is loaded: later ones refer to earlier ones. */
@SuppressWarnings("ImmutableEnumChecker") // all it holds is; the checker wants annotations on it
public enum Kind {
  REGIONS("行政区划", PlaceColumns.REGIONS, polygon("geom"), new RegionRow(), "region"),
  GRIDS("网格", PlaceColumns.GRIDS, polygon("geom"), new GridRow(), "grid"),
  ESTATES("小区", PlaceColumns.ESTATES, polygon("geom"), row -> {}, "estate"),
  ROADS(
      "道路",
      PlaceColumns.ROADS,
      new GeometryColumn("geom", Shape.LINE, true, true),
      new RoadRow(),
      "road"),
  CONTEXT(
      "底图要素",
      PlaceColumns.CONTEXT,
      new GeometryColumn("geom", Shape.ANY, false, true),
      new ContextRow(),
      "context_feature"),
  ADDRESSES(
      "标准地址",
      PlaceColumns.ADDRESSES,
      new GeometryColumn("geom", Shape.POINT, false, false),
      new AddressRow(),
      "address"),
  BUILDINGS("建筑物", PlaceColumns.BUILDINGS, polygon("footprint"), new BuildingRow(), "building"),
  UNITS("户室", PeopleColumns.UNITS, null, new UnitRow(), "entrance", "unit"),
  HOUSEHOLDS("户", PeopleColumns.HOUSEHOLDS, null, new HouseholdRow(), "household"),
  PEOPLE("实有人口", PeopleColumns.PEOPLE, null, new PersonRow(), "person", "residence"),
  ORGANISATIONS("单位", PeopleColumns.ORGANISATIONS, null, new OrganisationRow(), "organisation"),
  EVIDENCE("走访等证据", PeopleColumns.EVIDENCE, null, new EvidenceRow(), "evidence"),
  STAFF("网格岗位", PeopleColumns.STAFF, null, row -> {}, "staff_post");

  private final String label;
  private final List<Column> columns;
  private final @Nullable GeometryColumn geometry;
  private final RowRule rule;
  private final List<String> tables;

  Kind(
      String label,
      List<Column> columns,
      @Nullable GeometryColumn geometry,
      RowRule rule,
      String... tables) {
    this.label = label;
    this.columns = columns;
    this.geometry = geometry;
    this.rule = rule;
    this.tables = List.of(tables);
  }

  private static GeometryColumn polygon(String column) {
    return new GeometryColumn(column, Shape.AREA, true, true);
  }

  /** The kind as the command line and city.json name it: {@code buildings}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that word, where there is one. */
  public static Optional<Kind> find(String word) {
    for (Kind kind : values()) {
      if (kind.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** What people call it, in Chinese. */
  public String label() {
    return label;
  }

  List<Column> columns() {
    return columns;
  }

  /** Null where rows of the kind have no geometry. */
  @Nullable GeometryColumn geometry() {
    return geometry;
  }

  /** Whether its rows lie somewhere: then how coordinates are read matters. */
  public boolean hasGeometry() {
    return geometry != null;
  }

  RowRule rule() {
    return rule;
  }

  /** The fact tables a row is written to, in that order. */
  List<String> tables() {
    return tables;
  }

  /** The table that holds the things of this kind themselves. */
  String table() {
    return this == PEOPLE ? "person" : tables.get(tables.size() - 1);
  }

  /** Whether a stated first day is part of the fact, so that another one corrects it. */
  boolean statesPeriod() {
    return this == ORGANISATIONS || this == EVIDENCE;
  }

  /**
   * Whether pieces of one thing may share a key nobody refers to: OpenStreetMap extracts cut long
   * things at tile edges.
   */
  boolean mayComeInPieces() {
    return this == ROADS || this == CONTEXT;
  }

  /** Whether two rows of the same geometry are worth a warning. */
  boolean warnsOfSameGeometry() {
    return geometry != null && geometry.shape() == Shape.AREA;
  }

  /** Whether occupancy follows from it. */
  boolean touchesOccupancy() {
    return Set.of(UNITS, PEOPLE, ORGANISATIONS, EVIDENCE).contains(this);
  }
}
