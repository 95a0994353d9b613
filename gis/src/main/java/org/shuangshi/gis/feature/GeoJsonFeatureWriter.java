package org.shuangshi.gis.feature;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.shuangshi.gis.crs.Crs;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * GeoJSON after RFC 7946, one feature a line: shells counter-clockwise, eight decimals of a degree
 * (1 mm) or four of a metre. A system other than WGS 84 is named by the crs member of 2008, which
 * every program that knows other systems reads.
 */
final class GeoJsonFeatureWriter extends RowWriter {

  private final JsonGenerator json;

  GeoJsonFeatureWriter(Path file, FeatureSchema schema) throws FeatureFileException {
    super(file, schema);
    try {
      OutputStream out = Files.newOutputStream(part.path());
      json = GeoJson.JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    } catch (IOException e) {
      throw fail(e);
    }
    head();
  }

  private void head() {
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeStringProperty("name", schema.layer());
    Crs crs = schema.crs();
    if (crs != null && !crs.equals(Crs.WGS84)) {
      json.writeObjectPropertyStart("crs");
      json.writeStringProperty("type", "name");
      json.writeObjectPropertyStart("properties");
      json.writeStringProperty("name", "urn:ogc:def:crs:EPSG::" + crs.epsg());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeArrayPropertyStart("features");
  }

  @Override
  void row(@Nullable Geometry geometry, List<? extends @Nullable Object> values) {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeObjectPropertyStart("properties");
    for (int i = 0; i < values.size(); i++) {
      json.writeName(schema.fields().get(i).name());
      value(values.get(i));
    }
    json.writeEndObject();
    json.writeName("geometry");
    if (geometry == null) {
      json.writeNull();
    } else {
      geometry(geometry);
    }
    json.writeEndObject();
  }

  private void value(@Nullable Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Long integer) {
      json.writeNumber(integer);
    } else if (value instanceof Double real) {
      // JSON has no word for NaN and infinity.
      if (Double.isFinite(real)) {
        json.writeNumber(real);
      } else {
        json.writeNull();
      }
    } else if (value instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else if (value instanceof LocalDate date) {
      json.writeString(date.toString());
    } else {
      json.writeString((String) value);
    }
  }

  private void geometry(Geometry geometry) {
    json.writeStartObject();
    json.writeStringProperty(
        "type", geometry instanceof LinearRing ? "LineString" : geometry.getGeometryType());
    boolean mixed = geometry.getClass() == GeometryCollection.class;
    json.writeArrayPropertyStart(mixed ? "geometries" : "coordinates");
    if (mixed) {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        geometry(geometry.getGeometryN(i));
      }
    } else {
      members(geometry);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What stands between the outermost brackets of the coordinates. */
  private void members(Geometry geometry) {
    if (geometry instanceof Point point) {
      if (!point.isEmpty()) {
        ordinates(point.getCoordinate());
      }
    } else if (geometry instanceof LineString line) {
      positions(line.getCoordinates(), false);
    } else if (geometry instanceof Polygon polygon) {
      if (polygon.isEmpty()) {
        return;
      }
      ring(polygon.getExteriorRing(), true);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring(polygon.getInteriorRingN(i), false);
      }
    } else {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        json.writeStartArray();
        members(geometry.getGeometryN(i));
        json.writeEndArray();
      }
    }
  }

  private void ring(LinearRing ring, boolean counterClockwise) {
    json.writeStartArray();
    Coordinate[] points = ring.getCoordinates();
    positions(points, Orientation.isCCWArea(points) != counterClockwise);
    json.writeEndArray();
  }

  private void positions(Coordinate[] points, boolean backwards) {
    for (int i = 0; i < points.length; i++) {
      json.writeStartArray();
      ordinates(points[backwards ? points.length - 1 - i : i]);
      json.writeEndArray();
    }
  }

  private void ordinates(Coordinate point) {
    ordinate(point.x);
    ordinate(point.y);
  }

  private void ordinate(double value) {
    double scaled = value * scale;
    // The double nearest to a decimal prints as that decimal; beyond 1e15 there is nothing to
    // round.
    json.writeNumber(Math.abs(scaled) < 1e15 ? Math.rint(scaled) / scale : value);
  }

  @Override
  void finish() {
    json.writeRaw('\n');
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  @Override
  void release() {
    try {
      json.close();
    } catch (JacksonException e) {
      // The file is given up; what could not be flushed is not missed.
    }
  }
}
