package org.shuangshi.intake.coordinate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.SimilarityFit;
import org.shuangshi.gis.crs.doctor.Belief;
import org.shuangshi.gis.crs.doctor.Diagnosis;
import org.shuangshi.gis.crs.doctor.Diagnosis.Offset;
import org.shuangshi.gis.crs.doctor.Diagnosis.Reason;
import org.shuangshi.gis.crs.doctor.Verdict;

/** Tells what was seen of a file, with whatever is decided about it. */
final class FindingMaker {

  /** To be drawn on a map. */
  private static final int MOST_MOVES = 200;

  private static final int MOST_NEAR = 800;

  private static final Envelope CHINA = new Envelope(70, 140, 0, 60);

  private final @Nullable Crs declared;
  private final Surroundings around;
  private final Diagnosis diagnosis;

  FindingMaker(@Nullable Crs declared, Surroundings around, Diagnosis diagnosis) {
    this.declared = declared;
    this.around = around;
    this.diagnosis = diagnosis;
  }

  Diagnosis diagnosis() {
    return diagnosis;
  }

  Surroundings around() {
    return around;
  }

  List<Coordinate> sample() {
    return around.sample();
  }

  /** The file is read so. */
  Finding used(Belief belief, @Nullable SimilarityFit fit, @Nullable Reason doubt)
      throws CrsException {
    SimilarityFit told = fit == null ? diagnosis.fit() : fit;
    return new Finding(
        diagnosis.verdict(),
        belief,
        diagnosis.reasons(),
        choices(),
        told,
        accuracy(belief, fit),
        doubt,
        moves(belief),
        near());
  }

  /** The doctor's own last word. */
  CoordinateException refused() throws CrsException {
    Reason last = diagnosis.reasons().get(diagnosis.reasons().size() - 1);
    String help =
        diagnosis.verdict() == Verdict.NO_SHIFT ? "" : "；请用 --crs 指明怎样读取，或由测绘部门先转换为 CGCS2000";
    return refused(last.code(), last.message() + help);
  }

  CoordinateException refused(String code, String message) throws CrsException {
    Belief shown = diagnosis.findings().isEmpty() ? null : diagnosis.findings().get(0).belief();
    Finding finding =
        new Finding(
            diagnosis.verdict(),
            null,
            diagnosis.reasons(),
            choices(),
            null,
            null,
            null,
            shown == null || shown.crs().counterpart().isPresent() ? List.of() : moves(shown),
            near());
    return new CoordinateException(code, message, finding);
  }

  /** The last reason, as a doubt. */
  Reason doubt(String code) {
    Reason last = diagnosis.reasons().get(diagnosis.reasons().size() - 1);
    return new Reason(code, "坐标：" + last.message());
  }

  /** Whether its things match the register's, all of them off by a move that nothing explains. */
  boolean isOffset() {
    return isOffset(diagnosis);
  }

  static boolean isOffset(Diagnosis seen) {
    return seen.reasons().stream().anyMatch(r -> r.code().equals("crs.offset-unexplained"));
  }

  /** What speaks against a reading somebody stated, that was checked by itself. */
  String against(Diagnosis check) {
    Belief better = diagnosis.belief();
    boolean matched =
        diagnosis.verdict() == Verdict.FOUND || diagnosis.verdict() == Verdict.DECLARED_CONFIRMED;
    if (matched && better != null) {
      return "与登记库对得上的是 " + better.label();
    }
    return check.reasons().get(check.reasons().size() - 1).message();
  }

  private List<Finding.Choice> choices() {
    List<Finding.Choice> choices = new ArrayList<>();
    for (Diagnosis.Finding each : diagnosis.findings()) {
      Offset offset = each.offset();
      choices.add(
          new Finding.Choice(
              each.belief().code(),
              each.belief().label(),
              offset == null ? null : offset.metres(),
              offset == null ? 0 : offset.matched(),
              offset == null ? 0 : offset.compared()));
    }
    Belief fitted = diagnosis.belief();
    if (diagnosis.verdict() == Verdict.FITTED && fitted != null && diagnosis.fit() != null) {
      SimilarityFit fit = diagnosis.fit();
      choices.add(
          0,
          new Finding.Choice(
              fitted.code() + "+FITTED",
              fitted.label(),
              fit.rmsMetres(),
              fit.used(),
              fit.outlier().size()));
    }
    return choices;
  }

  private @Nullable Double accuracy(Belief belief, @Nullable SimilarityFit fit) {
    if (fit != null) {
      return fit.rmsMetres();
    }
    for (Diagnosis.Finding each : diagnosis.findings()) {
      if (each.belief().equals(belief) && each.offset() != null) {
        return each.offset().metres();
      }
    }
    return null;
  }

  private List<Coordinate> near() {
    return some(around.known(), MOST_NEAR);
  }

  private static List<Coordinate> some(List<Coordinate> places, int most) {
    int step = Math.max(1, (places.size() + most - 1) / most);
    List<Coordinate> some = new ArrayList<>();
    for (int i = 0; i < places.size(); i += step) {
      some.add(places.get(i));
    }
    return some;
  }

  private List<Finding.Move> moves(Belief belief) throws CrsException {
    List<Coordinate> some = some(sample(), MOST_MOVES);
    List<Coordinate> from = naive(belief).nearly(some);
    List<Coordinate> to = belief.move(some);
    List<Finding.Move> moves = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      boolean known = CHINA.contains(from.get(i));
      boolean there = CHINA.contains(to.get(i));
      moves.add(
          new Finding.Move(
              known ? from.get(i).x : null,
              known ? from.get(i).y : null,
              there ? to.get(i).x : null,
              there ? to.get(i).y : null));
    }
    return moves;
  }

  /** As one would read it who believed the file, or where it says nothing what it seems to be. */
  private Belief naive(Belief belief) {
    return Belief.of(
        declared == null ? belief.crs() : declared, declared == null && belief.swapped(), null);
  }
}
