package org.shuangshi.registry.area;

import org.shuangshi.registry.database.BeliefStatement;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.When;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Refuses a grid or a region that is asked for by name and does not lie in the areas of who asks:
 * the second wall would answer that there is nothing in it. A region lies in them with all of its
 * communities; of a part its numbers would be wrong.
 *
 * <p>Shapes and lists without a name need no refusal: they are answered with what lies inside.
 */
@Component
public class FirstWall {
  private static final BeliefStatement GRID = BeliefStatement.of("area/grid_reached.sql");
  private static final BeliefStatement REGION = BeliefStatement.of("area/region_reached.sql");

  private final JdbcClient jdbc;
  private final boolean up;

  /**
   * @param up false: tests try whether the second wall holds alone
   */
  FirstWall(JdbcClient jdbc, @Value("${registry.first-wall:true}") boolean up) {
    if (!up && !ClassUtils.isPresent("org.junit.jupiter.api.Test", null)) {
      throw new IllegalStateException("registry.first-wall=false is for tests alone");
    }
    this.jdbc = jdbc;
    this.up = up;
  }

  /** What is done in an area: the words of access.reach. */
  public enum Reach {
    READ,
    /** See what people are called. */
    NAME
  }

  /** Goes on where the area has no name, is not known, or lies in the areas of who asks. */
  public void require(Area area, When when) {
    if (!up || Reader.current().areas(Permission.REGISTER_READ).wholeCity()) {
      return;
    }
    if (!lets(area, when, Reach.READ)) {
      throw outside(
          area instanceof Area.OfGrid grid
              ? "网格 " + grid.code()
              : "行政区划 " + ((Area.OfRegion) area).code());
    }
  }

  /** Whether the area has no name, is not known, or lies where who asks does that. */
  public boolean lets(Area area, When when, Reach what) {
    if (area instanceof Area.OfGrid grid) {
      return reached(GRID, grid.code(), when, what);
    }
    return !(area instanceof Area.OfRegion region) || reached(REGION, region.code(), when, what);
  }

  private boolean reached(BeliefStatement statement, String code, When when, Reach what) {
    return statement
        .ask(jdbc, when)
        .param("code", code)
        .param("what", what.name())
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  private static Refusal outside(String what) {
    return Refusal.of(Refusal.Kind.FORBIDDEN, "area.outside", what + " 不在你的辖区内");
  }
}
