package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Outlines brought together so that they meet at vertices only and stay three steps apart else.
 *
 * <p>1. Vertices nearer than the tolerance become one: that of a fixed outline, else that of most
 * outlines. 2. A vertex near a fixed outline goes onto it. 3. A line that passes a vertex goes
 * through it. 4. Crossings get a vertex. All four again, with three steps, until nothing changes.
 *
 * <p>Not promised: distance among the fixed outlines themselves, which keep every vertex.
 */
final class Gathering {

  private static final int MOST_ROUNDS = 12;

  private List<Strand> strands;

  /** Vertices that fixed outlines were read with; those they got may still become one. */
  private final Set<Step> fixed = new HashSet<>();

  /** Where every vertex read is now. */
  private final Map<Step, Step> places = new LinkedHashMap<>();

  private Gathering(List<Strand> strands) {
    this.strands = strands;
    for (Strand strand : strands) {
      strand.chain().forEach(step -> places.put(step, step));
      if (strand.of().fixed()) {
        fixed.addAll(strand.chain());
      }
    }
  }

  static Gathering of(List<Strand> strands, double toleranceSteps) {
    Gathering gathering = new Gathering(strands);
    gathering.round(Math.max(toleranceSteps, Crossings.LEAST_STEPS));
    for (int round = 1; round < MOST_ROUNDS; round++) {
      List<Strand> before = gathering.strands;
      gathering.round(Crossings.LEAST_STEPS);
      if (gathering.strands.equals(before)) {
        return gathering;
      }
    }
    return gathering;
  }

  List<Strand> strands() {
    return strands;
  }

  /** Where a vertex of the outlines read has gone. */
  Step place(Step from) {
    return places.getOrDefault(from, from);
  }

  private void round(double reach) {
    STRtree borders = fixedSegments();
    Nearby kept = new Nearby(reach);
    Map<Step, Step> to = new HashMap<>();
    for (Step vertex : verticesByRank(kept)) {
      Step on = kept.nearest(vertex, reach);
      if (on == null) {
        on = onBorder(vertex, borders, reach);
        Step node = on == null ? null : kept.nearest(on, Crossings.LEAST_STEPS);
        on = node != null ? node : on == null ? vertex : on;
        if (node == null) {
          kept.add(on);
        }
      }
      to.put(vertex, on);
    }
    places.replaceAll((from, now) -> to.getOrDefault(now, now));
    STRtree vertices = new STRtree();
    Set<Step> all = new HashSet<>();
    strands = strands.stream().map(strand -> moved(strand, to)).filter(Gathering::isLine).toList();
    strands.forEach(strand -> all.addAll(strand.chain()));
    all.forEach(step -> vertices.insert(Segment.envelope(step, step, 0), step));
    strands = strands.stream().map(strand -> through(strand, vertices, reach)).toList();
    boolean crossing =
        new Crossings(Strand.bare(strands)).first((edge, segment) -> true, 0).isPresent();
    if (crossing) {
      strands = Noding.of(strands);
    }
  }

  private static boolean isLine(Strand strand) {
    return strand.chain().size() > 1;
  }

  /** Fixed vertices are kept at once; then come those on fixed outlines, then those of most. */
  private List<Step> verticesByRank(Nearby kept) {
    Set<Step> onFixed = new HashSet<>();
    Map<Step, Integer> uses = new HashMap<>();
    for (Strand strand : strands) {
      if (strand.of().fixed()) {
        onFixed.addAll(strand.chain());
      }
      new HashSet<>(strand.chain()).forEach(step -> uses.merge(step, 1, Integer::sum));
    }
    fixed.forEach(kept::add);
    List<Step> order = new ArrayList<>(uses.keySet());
    order.removeAll(fixed);
    order.sort(
        Comparator.<Step, Boolean>comparing(step -> !onFixed.contains(step))
            .thenComparing(step -> -uses.getOrDefault(step, 0))
            .thenComparing(Comparator.naturalOrder()));
    return order;
  }

  private STRtree fixedSegments() {
    STRtree tree = new STRtree();
    for (Strand strand : strands) {
      for (int i = 0; strand.of().fixed() && i + 1 < strand.chain().size(); i++) {
        Segment segment = Segment.of(strand.chain().get(i), strand.chain().get(i + 1));
        tree.insert(segment.envelope(), segment);
      }
    }
    return tree;
  }

  private static @Nullable Step onBorder(Step vertex, STRtree borders, double reach) {
    Step nearest = null;
    double least = reach;
    for (Object found : borders.query(Segment.envelope(vertex, vertex, reach))) {
      Segment segment = (Segment) found;
      double distance = vertex.distance(segment.a(), segment.b());
      if (distance < least) {
        least = distance;
        double along = vertex.along(segment.a(), segment.b());
        nearest = Step.between(segment.a(), segment.b(), along);
      }
    }
    return nearest;
  }

  private static Strand moved(Strand strand, Map<Step, Step> to) {
    List<Step> chain = new ArrayList<>();
    for (Step step : strand.chain()) {
      Step now = to.getOrDefault(step, step);
      if (chain.isEmpty() || !chain.get(chain.size() - 1).equals(now)) {
        chain.add(now);
      }
    }
    return new Strand(strand.of(), chain);
  }

  private static Strand through(Strand strand, STRtree vertices, double reach) {
    double within = strand.of().fixed() ? Step.ROUNDING : reach;
    List<Step> chain = new ArrayList<>();
    for (int i = 0; i + 1 < strand.chain().size(); i++) {
      Step a = strand.chain().get(i);
      Step b = strand.chain().get(i + 1);
      List<Step> passed = new ArrayList<>();
      for (Object found : vertices.query(Segment.envelope(a, b, within))) {
        Step vertex = (Step) found;
        if (!vertex.equals(a) && !vertex.equals(b) && vertex.distance(a, b) < within) {
          passed.add(vertex);
        }
      }
      passed.sort(
          Comparator.<Step>comparingDouble(step -> step.along(a, b))
              .thenComparing(Comparator.naturalOrder()));
      chain.add(a);
      chain.addAll(passed);
    }
    chain.add(strand.chain().get(strand.chain().size() - 1));
    return new Strand(strand.of(), chain);
  }
}
