package org.shuangshi.registry.cell;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.area.FirstWall;
import org.shuangshi.registry.permission.Areas;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.When;
import org.springframework.stereotype.Component;

/**
 * Whether who asks sees, everywhere in an area, what people are called: only then are the people of
 * it listed, and counted one by one.
 */
@Component
public class Sighting {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final FirstWall wall;

  Sighting(FirstWall wall) {
    this.wall = wall;
  }

  /** How people of an area may be counted; a belief is that of the beginning of a month, too. */
  public Counting of(Area area, When when) {
    if (sees(area, when)) {
      return new Counting(when, true);
    }
    return new Counting(
        when.knownAt() == null
            ? when
            : new When(
                when.asOf(),
                when.knownAt()
                    .atZoneSameInstant(ZONE)
                    .withDayOfMonth(1)
                    .truncatedTo(ChronoUnit.DAYS)
                    .toOffsetDateTime()),
        false);
  }

  /** Goes on where a list of people, whose length is their number, may be answered. */
  public void require(Area area, When when) {
    if (!sees(area, when)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "sight.missing", "无权查看范围内人员的姓名，不能逐人逐户列出，只能按统计单元计数");
    }
  }

  private boolean sees(Area area, When when) {
    Reader reader = Reader.current();
    Areas named = reader.areas(PersonField.NAME);
    if (named.wholeCity()) {
      return true;
    }
    if (named.isEmpty()) {
      return false;
    }
    if (area instanceof Area.OfGrid || area instanceof Area.OfRegion) {
      return wall.lets(area, when, FirstWall.Reach.NAME);
    }
    Areas read = reader.areas(Permission.REGISTER_READ);
    return !read.wholeCity()
        && named.communities().containsAll(read.communities())
        && named.grids().containsAll(read.grids());
  }
}
