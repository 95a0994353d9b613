package org.shuangshi.intake.coordinate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.doctor.Belief;
import org.shuangshi.gis.crs.doctor.Diagnosis;

/** What becomes of a file of which nobody has said anything: its own word, and what is found. */
final class FileWord {

  /** China with its seas, generously: as rows are held to it. */
  private static final Envelope CHINA = new Envelope(70, 140, 0, 60);

  private final @Nullable Crs declared;
  private final boolean table;
  private final FindingMaker maker;

  FileWord(@Nullable Crs declared, boolean table, FindingMaker maker) {
    this.declared = declared;
    this.table = table;
    this.maker = maker;
  }

  Finding decide() throws CrsException, CoordinateException {
    Diagnosis seen = maker.diagnosis();
    Belief found = seen.belief();
    return switch (seen.verdict()) {
      case DECLARED_CONFIRMED, DECLARED_PLAUSIBLE, FOUND -> maker.used(sure(found), null, null);
      case FITTED -> fitted(sure(found));
      case GUESSED -> guessed(sure(found));
      case AMBIGUOUS -> throw maker.refused();
      case NO_SHIFT -> throw maker.refused();
      case UNKNOWN -> unknown();
    };
  }

  private static Belief sure(@Nullable Belief belief) {
    if (belief == null) {
      throw new IllegalStateException("a verdict without its belief");
    }
    return belief;
  }

  /** A change of datum is what an old one leads one to expect; of others somebody has to say so. */
  private Finding fitted(Belief fitted) throws CrsException {
    Belief own = own();
    if (own == null || own.crs().counterpart().isPresent()) {
      return maker.used(fitted, maker.diagnosis().fit(), null);
    }
    return maker.used(own, null, maker.doubt(CoordinateCheck.OFF));
  }

  private Finding guessed(Belief guess) throws CrsException, CoordinateException {
    Belief own = own();
    if (declared == null && guess.equals(own)) {
      return maker.used(guess, null, null);
    }
    if (declared == null) {
      throw maker.refused(
          "crs.missing", "文件没有写明坐标系；按数值和范围推断是 " + guess.label() + "，请指明，例如 --crs " + guess.code());
    }
    throw maker.refused(
        "crs.declared-wrong",
        "文件自称 "
            + declared.label()
            + "，照此读取，多数坐标不在登记库的范围内；按数值和范围推断是 "
            + guess.label()
            + "，请指明，例如 --crs "
            + guess.code());
  }

  /** Nothing explains it: what the file says is asked about, if it leads to China at all. */
  private Finding unknown() throws CrsException, CoordinateException {
    Belief own = own();
    if (own == null) {
      throw maker.sample().isEmpty()
          ? maker.refused("crs.missing", "文件没有写明坐标系；请用 --crs 指明，例如 --crs EPSG:4549")
          : maker.refused();
    }
    boolean nothingToSay = maker.sample().isEmpty() || maker.around().area() == null;
    if (nothingToSay) {
      return maker.used(own, null, null); // row by row it is held to China
    }
    List<Coordinate> there = own.move(maker.sample());
    if (there.stream().noneMatch(FileWord::isInChina)) {
      throw maker.refused();
    }
    if (!maker.isOffset() && maker.around().holdsHalf(there)) {
      return maker.used(own, null, null); // some of few rows lie elsewhere: each is told of
    }
    return maker.used(
        own, null, maker.doubt(maker.isOffset() ? CoordinateCheck.OFF : CoordinateCheck.ELSEWHERE));
  }

  private static boolean isInChina(Coordinate place) {
    return CHINA.contains(place);
  }

  /** What the file says; of a table what it is taken for. */
  private @Nullable Belief own() {
    if (declared != null) {
      return Belief.of(declared, false, null);
    }
    return table ? Belief.of(Crs.CGCS2000, false, null) : null;
  }
}
