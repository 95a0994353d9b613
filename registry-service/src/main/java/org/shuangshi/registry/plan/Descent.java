package org.shuangshi.registry.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.registry.plan.Drawing.DrawnGrid;
import org.shuangshi.registry.plan.Ground.Standing;

/**
 * Which grid came from which, by the ground they share: a new grid was split from those it took
 * ground of; one that is no more went into those that have its ground, merged where it is one.
 *
 * @param from id of a grid that stood
 * @param to id in the document
 * @param merged whether all of {@code from} went there
 */
record Descent(long from, long to, boolean merged) {

  /** Of either grid; what is less came along with a border that was straightened. */
  private static final double LEAST_SHARE = 0.01;

  static List<Descent> of(Drawing drawing) {
    Set<Long> staying = new HashSet<>();
    drawing.grids().forEach(each -> staying.add(each.id()));
    List<Descent> all = new ArrayList<>();
    for (Standing old : drawing.ground().grids()) {
      boolean gone = !staying.contains(old.id());
      List<DrawnGrid> takers =
          drawing.grids().stream()
              .filter(each -> each.id() != old.id() && (gone || each.before() == null))
              .filter(each -> takes(each.area(), old.geom()))
              .toList();
      takers.forEach(each -> all.add(new Descent(old.id(), each.id(), gone && takers.size() == 1)));
    }
    return all;
  }

  /** Whether so much of the old ground lies in the other that it came from there. */
  static boolean takes(Geometry taker, Geometry old) {
    if (!taker.getEnvelopeInternal().intersects(old.getEnvelopeInternal())) {
      return false;
    }
    double shared = taker.intersection(old).getArea();
    return shared >= LEAST_SHARE * Math.min(taker.getArea(), old.getArea());
  }
}
