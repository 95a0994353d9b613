package org.shuangshi.gis.feature;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.shuangshi.gis.geometry.FaultCode;

/**
 * A KML geometry as it stands in the file, before it is known to make sense.
 *
 * @param element its name
 * @param coordinates its text; of a polygon none
 * @param parts the rings of a polygon, shell first, or the members of a MultiGeometry
 */
record KmlGeometry(String element, String coordinates, List<KmlGeometry> parts) {

  private static final int DEEPEST = 16;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /**
   * From the start of an element to its end; null where it is no geometry, and passed over.
   *
   * @param depth how many MultiGeometries it lies in
   */
  static @Nullable KmlGeometry read(XMLStreamReader xml, int depth) throws XMLStreamException {
    String element = xml.getLocalName();
    return switch (element) {
      case "Point", "LineString", "LinearRing", "Polygon", "MultiGeometry" -> {
        if (depth > DEEPEST) {
          throw new XMLStreamException("nested too deep");
        }
        yield read(xml, element, depth);
      }
      case "Model", "Track", "MultiTrack" -> {
        KmlText.skip(xml);
        yield new KmlGeometry(element, "", List.of());
      }
      default -> {
        KmlText.skip(xml);
        yield null;
      }
    };
  }

  private static KmlGeometry read(XMLStreamReader xml, String element, int depth)
      throws XMLStreamException {
    String coordinates = "";
    List<KmlGeometry> parts = new ArrayList<>();
    List<KmlGeometry> holes = new ArrayList<>();
    boolean hole = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
        break;
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "coordinates" -> coordinates = KmlText.of(xml);
        case "outerBoundaryIs" -> hole = false;
        case "innerBoundaryIs" -> hole = true;
        default -> {
          KmlGeometry part = read(xml, depth + 1);
          if (part != null) {
            (hole ? holes : parts).add(part);
          }
        }
      }
    }
    parts.addAll(holes);
    return new KmlGeometry(element, coordinates, parts);
  }

  GeometryType type() {
    return switch (element) {
      case "Point" -> GeometryType.POINT;
      case "LineString", "LinearRing" -> GeometryType.LINE;
      case "Polygon" -> GeometryType.POLYGON;
      case "MultiGeometry" -> {
        List<GeometryType> members = parts.stream().map(KmlGeometry::type).distinct().toList();
        yield members.size() == 1 ? multiple(members.get(0)) : GeometryType.ANY;
      }
      default -> GeometryType.ANY;
    };
  }

  private static GeometryType multiple(GeometryType type) {
    return switch (type) {
      case POINT -> GeometryType.MULTI_POINT;
      case LINE -> GeometryType.MULTI_LINE;
      case POLYGON -> GeometryType.MULTI_POLYGON;
      default -> GeometryType.ANY;
    };
  }

  Geometry build() throws Unbuildable {
    switch (element) {
      case "Point" -> {
        Coordinate[] places = places();
        if (places.length != 1) {
          throw new Unbuildable(FaultCode.UNREADABLE, null);
        }
        return GEOMETRY.createPoint(places[0]);
      }
      case "LineString", "LinearRing" -> {
        return GeometryParts.line(GEOMETRY, places());
      }
      case "Polygon" -> {
        List<LinearRing> rings = new ArrayList<>();
        for (KmlGeometry part : parts) {
          rings.add(GeometryParts.ring(GEOMETRY, part.places()));
        }
        return GeometryParts.polygon(GEOMETRY, rings);
      }
      case "MultiGeometry" -> {
        List<Geometry> members = new ArrayList<>();
        for (KmlGeometry part : parts) {
          members.add(part.build());
        }
        return GeometryParts.multiple(GEOMETRY, members);
      }
      default -> throw new Unbuildable(FaultCode.UNSUPPORTED.because(element));
    }
  }

  /** Tuples of lon,lat or lon,lat,height with blanks between them. */
  private Coordinate[] places() throws Unbuildable {
    String text = coordinates.strip();
    if (text.isEmpty()) {
      return new Coordinate[0];
    }
    String[] tuples = text.split("\\s+", -1);
    Coordinate[] places = new Coordinate[tuples.length];
    for (int i = 0; i < tuples.length; i++) {
      String[] ordinates = tuples[i].split(",", -1);
      try {
        if (ordinates.length < 2 || ordinates.length > 3) {
          throw new NumberFormatException(tuples[i]);
        }
        places[i] =
            new Coordinate(Double.parseDouble(ordinates[0]), Double.parseDouble(ordinates[1]));
        if (ordinates.length == 3 && !ordinates[2].isEmpty()) {
          places[i].setZ(Double.parseDouble(ordinates[2]));
        }
      } catch (NumberFormatException e) {
        throw new Unbuildable(FaultCode.UNREADABLE.because("“" + tuples[i] + "”"));
      }
    }
    return places;
  }
}
