package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A line that vertices are brought onto. */
final class Guide {

  /**
   * A place on a line.
   *
   * @param segment which of the line's segments, counted from 0
   * @param along share of it behind the place, 0 to 1
   */
  record Place(Guide guide, int segment, double along, Step at) {

    /** Where a vertex that must stay would be on the line. */
    Place stayingAt(Step vertex) {
      return new Place(guide, segment, along, vertex);
    }

    double position() {
      return segment + along;
    }
  }

  private final List<Step> line;

  Guide(List<Step> line) {
    this.line = line;
  }

  /** The nearest place; a vertex of the line where one is nearer to it than edges may come. */
  Place nearest(Step step) {
    Place nearest = new Place(this, 0, 0, line.get(0));
    for (int i = 0; i + 1 < line.size(); i++) {
      Place place = nearest(step, i);
      if (place.at.distance(step) < nearest.at.distance(step)) {
        nearest = place;
      }
    }
    Step start = line.get(nearest.segment);
    Step end = line.get(nearest.segment + 1);
    if (nearest.at.distance(start) < Crossings.LEAST_STEPS) {
      return new Place(this, nearest.segment, 0, start);
    }
    return nearest.at.distance(end) < Crossings.LEAST_STEPS
        ? new Place(this, nearest.segment, 1, end)
        : nearest;
  }

  private Place nearest(Step step, int segment) {
    Step a = line.get(segment);
    Step b = line.get(segment + 1);
    double along = step.along(a, b);
    return new Place(this, segment, along, Step.between(a, b, along));
  }

  /**
   * The vertices of the line from one place to another, both left out.
   *
   * @param stretch what is to follow the line; a way that leads off from it is none
   */
  Optional<List<Step>> between(Place from, Place until, List<Step> stretch, double tolerance) {
    List<List<Step>> ways = new ArrayList<>();
    boolean forward = from.position() <= until.position();
    Place low = forward ? from : until;
    Place high = forward ? until : from;
    List<Step> direct = new ArrayList<>(line.subList(low.segment + 1, high.segment + 1));
    if (!forward) {
      Collections.reverse(direct);
    }
    ways.add(direct);
    if (line.get(0).equals(line.get(line.size() - 1))) {
      List<Step> around = new ArrayList<>(line.subList(high.segment + 1, line.size()));
      around.addAll(line.subList(1, low.segment + 1));
      if (forward) {
        Collections.reverse(around);
      }
      ways.add(around);
    }
    for (List<Step> way : ways) {
      way.removeIf(step -> isAt(step, from) || isAt(step, until));
      if (way.stream().allMatch(step -> isNear(step, stretch, tolerance))) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }

  private static boolean isAt(Step step, Place place) {
    return step.distance(place.at) < Crossings.LEAST_STEPS;
  }

  private static boolean isNear(Step step, List<Step> stretch, double tolerance) {
    for (int i = 0; i + 1 < stretch.size(); i++) {
      if (step.distance(stretch.get(i), stretch.get(i + 1)) <= tolerance) {
        return true;
      }
    }
    return stretch.get(0).distance(step) <= tolerance;
  }
}
