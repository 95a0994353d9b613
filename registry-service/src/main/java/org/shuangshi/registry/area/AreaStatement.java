package org.shuangshi.registry.area;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.util.PGobject;
import org.shuangshi.registry.database.BeliefStatement;
import org.shuangshi.registry.request.When;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * A statement over the buildings of an area: in the file {@code #within#} stands for one of the
 * database's functions that give the buildings of a kind of area. Each kind is a statement of its
 * own, so that each gets the plan that fits it.
 */
public final class AreaStatement {
  private static final String WITHIN = "#within#";

  private final BeliefStatement ofGrid;
  private final BeliefStatement ofRegion;
  private final BeliefStatement ofShape;
  private final BeliefStatement everywhere;

  private AreaStatement(BeliefStatement statement) {
    ofGrid = statement.with(WITHIN, "buildings_of_grid(CAST(:area AS text), CAST(:asOf AS date))");
    ofRegion =
        statement.with(WITHIN, "buildings_of_region(CAST(:area AS text), CAST(:asOf AS date))");
    ofShape =
        statement.with(WITHIN, "buildings_of_shape(CAST(:area AS geometry), CAST(:asOf AS date))");
    everywhere = statement.with(WITHIN, "standing_buildings(CAST(:asOf AS date))");
  }

  /** Reads a file under {@code resources/sql}. */
  public static AreaStatement of(String file) {
    return new AreaStatement(BeliefStatement.of(file));
  }

  /** The statement for this kind of area and the belief asked for. */
  public String text(Area area, When when) {
    return of(area).text(when);
  }

  private BeliefStatement of(Area area) {
    if (area instanceof Area.OfGrid) {
      return ofGrid;
    }
    if (area instanceof Area.OfRegion) {
      return ofRegion;
    }
    return area instanceof Area.OfShape ? ofShape : everywhere;
  }

  /** The parameters {@code area}, {@code asOf} and {@code knownAt}; the caller adds its own. */
  public static MapSqlParameterSource parameters(Area area, When when) {
    MapSqlParameterSource parameters =
        new MapSqlParameterSource("asOf", when.asOf()).addValue("knownAt", when.knownAt());
    if (area instanceof Area.OfGrid grid) {
      parameters.addValue("area", grid.code());
    } else if (area instanceof Area.OfRegion region) {
      parameters.addValue("area", region.code());
    } else if (area instanceof Area.OfShape shape) {
      parameters.addValue("area", value(shape.geometry()));
    }
    return parameters;
  }

  /** A geometry (EPSG:4490, with its SRID set) or null as a parameter of type geometry. */
  public static PGobject value(@Nullable Geometry geometry) {
    return new ShapeValue(geometry);
  }

  /** A geometry as pgjdbc sends it: hexadecimal EWKB under the database's own type name. */
  private static final class ShapeValue extends PGobject {
    private static final long serialVersionUID = 1L;

    ShapeValue(@Nullable Geometry geometry) {
      setType("geometry");
      value = geometry == null ? null : WKBWriter.toHex(new WKBWriter(2, true).write(geometry));
    }
  }
}
