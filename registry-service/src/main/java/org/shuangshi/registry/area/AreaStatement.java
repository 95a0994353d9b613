package org.shuangshi.registry.area;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.util.PGobject;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * A statement over the buildings of an area: in the file {@code #within#} stands for one of the
 * database's functions that give the buildings of a kind of area. Each kind is a statement of its
 * own, so that each gets the plan that fits it.
 */
public final class AreaStatement {
  private static final String WITHIN = "#within#";

  private final String ofGrid;
  private final String ofRegion;
  private final String ofShape;
  private final String everywhere;

  private AreaStatement(String statement) {
    ofGrid = with(statement, "buildings_of_grid(CAST(:area AS text), CAST(:asOf AS date))");
    ofRegion = with(statement, "buildings_of_region(CAST(:area AS text), CAST(:asOf AS date))");
    ofShape = with(statement, "buildings_of_shape(CAST(:area AS geometry), CAST(:asOf AS date))");
    everywhere = with(statement, "standing_buildings(CAST(:asOf AS date))");
  }

  private static String with(String statement, String function) {
    if (!statement.contains(WITHIN)) {
      throw new IllegalArgumentException("statement without " + WITHIN);
    }
    return statement.replace(WITHIN, function);
  }

  /** Reads a file under {@code resources/sql}. */
  public static AreaStatement of(String file) {
    return new AreaStatement(Sql.of(file));
  }

  /** The statement for this kind of area. */
  public String text(Area area) {
    if (area instanceof Area.OfGrid) {
      return ofGrid;
    }
    if (area instanceof Area.OfRegion) {
      return ofRegion;
    }
    return area instanceof Area.OfShape ? ofShape : everywhere;
  }

  /** The parameters {@code area} and {@code asOf}; the caller adds its own. */
  public static MapSqlParameterSource parameters(Area area, LocalDate asOf) {
    MapSqlParameterSource parameters = new MapSqlParameterSource("asOf", asOf);
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
