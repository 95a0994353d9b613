package org.shuangshi.registry.area;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.shuangshi.registry.refusal.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * A GeoJSON geometry (EPSG:4490, lon lat) as the register stores it: a point, a multi-line or a
 * multi-polygon with its coordinates on the lattice of 1e-8 degrees.
 */
public final class GeoJsonGeometry {
  private static final int SRID = 4490;

  /** 1 mm: what is saved lies on this lattice. */
  private static final PrecisionModel LATTICE = new PrecisionModel(1e8);

  private static final GeometryFactory FACTORY = new GeometryFactory(LATTICE, SRID);

  private final String field;

  public GeoJsonGeometry(String field) {
    this.field = field;
  }

  /**
   * Reads a geometry.
   *
   * @param dimension POINT, LINE or AREA
   * @return hexadecimal EWKB
   */
  public String readHex(JsonNode json, String dimension) {
    return hex(
        switch (dimension) {
          case "POINT" -> point(json);
          case "LINE" -> line(json);
          default -> area(new GeoJsonShape(field).read(json));
        });
  }

  /**
   * Reads a polygon or multi-polygon and puts each vertex on the lattice; none is added or left
   * out.
   *
   * @param field where it is said, for refusals
   */
  public static Geometry onLattice(@Nullable JsonNode json, String field) {
    Geometry shape = new GeoJsonShape(field).read(json);
    shape.apply((Coordinate at) -> at.setCoordinate(precise(at)));
    shape.geometryChanged();
    if (!shape.isValid()) {
      throw Refusal.field(field, "geometry.invalid", "取整到 1e-8 度后图形无效");
    }
    return shape;
  }

  /** The nearest place on the lattice. */
  public static Coordinate precise(Coordinate at) {
    return new Coordinate(LATTICE.makePrecise(at.x), LATTICE.makePrecise(at.y));
  }

  /** The register's form of an area: a multi-polygon on the lattice. */
  public static Geometry area(Geometry shape) {
    Geometry snapped = GeometryPrecisionReducer.reduce(shape, LATTICE);
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < snapped.getNumGeometries(); i++) {
      if (snapped.getGeometryN(i) instanceof Polygon part && !part.isEmpty()) {
        parts.add(part);
      }
    }
    return FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  /** A geometry with its SRID as PostGIS reads and writes it. */
  public static String hex(Geometry geometry) {
    geometry.setSRID(SRID);
    return WKBWriter.toHex(new WKBWriter(2, true).write(geometry));
  }

  private Geometry point(JsonNode json) {
    require(json, "Point");
    return FACTORY.createPoint(position(json.path("coordinates")));
  }

  private Geometry line(JsonNode json) {
    List<LineString> lines = new ArrayList<>();
    if (json.path("type").asString("").equals("LineString")) {
      lines.add(string(json.path("coordinates")));
    } else {
      require(json, "MultiLineString");
      json.path("coordinates").forEach(part -> lines.add(string(part)));
    }
    if (lines.isEmpty()) {
      throw Refusal.field(field, "geometry.coordinates", "应为非空数组");
    }
    return FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
  }

  private LineString string(JsonNode positions) {
    List<Coordinate> coordinates = new ArrayList<>();
    positions.forEach(position -> coordinates.add(position(position)));
    if (coordinates.size() < 2) {
      throw Refusal.field(field, "geometry.line-short", "线至少要有两个点");
    }
    return FACTORY.createLineString(coordinates.toArray(Coordinate[]::new));
  }

  private Coordinate position(JsonNode json) {
    Coordinate position = GeoJsonShape.position(json, field);
    return new Coordinate(LATTICE.makePrecise(position.x), LATTICE.makePrecise(position.y));
  }

  private void require(JsonNode json, String type) {
    if (!json.path("type").asString("").equals(type)) {
      throw Refusal.field(field + ".type", "geometry.type", "只接受 " + type);
    }
  }
}
