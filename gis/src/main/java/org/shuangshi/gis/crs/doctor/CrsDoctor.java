package org.shuangshi.gis.crs.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.SimilarityFit;
import org.shuangshi.gis.crs.doctor.Diagnosis.Finding;
import org.shuangshi.gis.crs.doctor.Diagnosis.Offset;
import org.shuangshi.gis.crs.doctor.Diagnosis.Reason;

/**
 * Says which system a file is in.
 *
 * <pre>{@code
 * Diagnosis diagnosis = CrsDoctor.examine(schema.crs(), layer.places(), inThisCity);
 * }</pre>
 *
 * <ol>
 *   <li>Every way the numbers can be read is listed ({@link Readings}): degrees, zones with and
 *       without prefix, UTM, Web Mercator, axes swapped, shifts of consumer maps.
 *   <li>A reading has to put most of the file into the register's area.
 *   <li>Of those, the one is believed that puts things where the register has them, to within
 *       {@value #SAME_METRES} m. Consumer shifts are told from none by this alone.
 *   <li>Where nothing can be compared, a reading that stands alone is a guess; the file's own word
 *       is better than another.
 *   <li>Xian 80 and Beijing 54, and a file that is off by a constant move nobody declared, want
 *       four parameters fitted to five things at least that both hold; otherwise they are refused.
 * </ol>
 */
public final class CrsDoctor {

  static final int SAME_METRES = 10;

  private static final double MOST_IN_AREA = 0.8;

  /** Old datums are 50 to 250 m off; a move beyond is another mistake. */
  private static final double FURTHEST_DATUM_METRES = 400;

  private final @Nullable Crs declared;
  private final List<Coordinate> sample;
  private final Register register;
  private final List<Reason> reasons = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private CrsDoctor(@Nullable Crs declared, List<Coordinate> sample, Register register) {
    this.declared = declared;
    this.sample = sample;
    this.register = register;
  }

  /**
   * Examines a file.
   *
   * @param declared what the file says; null where it says nothing
   * @param sample inside points of some hundred of its things, as its numbers are
   * @param register inside points of what the register holds about there, lon and lat in degrees of
   *     CGCS2000; empty where it holds nothing yet
   */
  public static Diagnosis examine(
      @Nullable Crs declared, List<Coordinate> sample, List<Coordinate> register) {
    return examine(declared, sample, register, null);
  }

  /**
   * Examines a file, with those of the register's places that are near any of its readings.
   *
   * @param area of all the register holds, lon and lat in degrees of CGCS2000; null: the places are
   *     all it holds
   */
  public static Diagnosis examine(
      @Nullable Crs declared,
      List<Coordinate> sample,
      List<Coordinate> register,
      @Nullable Envelope area) {
    List<Coordinate> places =
        sample.stream()
            .filter(c -> Double.isFinite(c.x) && Double.isFinite(c.y))
            .filter(c -> c.x != 0 || c.y != 0)
            .toList();
    CrsDoctor doctor = new CrsDoctor(declared, places, new Register(register, area));
    return places.isEmpty()
        ? doctor.answer(Verdict.UNKNOWN, null, "crs.no-coordinates", "文件没有可用的坐标")
        : doctor.examine();
  }

  /**
   * The ways the numbers can be read, each of which the register's places are wanted about.
   *
   * @param sample as {@link #examine} takes it
   */
  public static List<Belief> readings(@Nullable Crs declared, List<Coordinate> sample) {
    return Readings.of(declared, sample);
  }

  private Diagnosis examine() {
    Finding own = null;
    for (Belief belief : Readings.of(declared, sample)) {
      Finding finding = find(belief);
      if (finding != null) {
        findings.add(finding);
        own = isDeclared(belief) ? finding : own;
      }
    }
    sayOfDeclared(own);
    findings.sort(Comparator.comparingDouble(CrsDoctor::rank));
    for (Finding finding : findings) {
      Offset offset = finding.offset();
      if (offset != null && offset.metres() <= SAME_METRES && !needsShift(finding.belief())) {
        return confirmed(preferDeclared(own, finding));
      }
    }
    return fitted().orElseGet(() -> uncompared(declaredFinding()));
  }

  /** Null where the reading does not lead into the area. */
  private @Nullable Finding find(Belief belief) {
    try {
      List<Coordinate> degrees = Plane.move(sample, belief.nearly());
      double inArea = register.shareInArea(degrees);
      if (inArea < MOST_IN_AREA) {
        return null;
      }
      return new Finding(
          belief, inArea, register.isEmpty() ? null : OffsetVote.of(register, degrees));
    } catch (CrsException e) {
      reasons.add(new Reason(e.code(), String.valueOf(e.getMessage())));
      return null;
    }
  }

  private boolean isDeclared(Belief belief) {
    return belief.crs().equals(declared) && !belief.swapped() && belief.shift() == null;
  }

  private static boolean needsShift(Belief belief) {
    return belief.crs().counterpart().isPresent();
  }

  private void sayOfDeclared(@Nullable Finding own) {
    if (declared == null) {
      reasons.add(new Reason("crs.undeclared", "文件没有写明坐标系"));
    } else if (own == null) {
      reasons.add(
          new Reason("crs.declared-wrong", "文件自称 " + declared.label() + "，但照此读取，多数坐标不在本地范围内"));
    } else {
      reasons.add(new Reason("crs.declared", "文件自称 " + declared.label() + "，照此读取落在本地范围内"));
    }
  }

  /** Matched readings by how far they are off; then the rest, as they were listed. */
  private static double rank(Finding finding) {
    Offset offset = finding.offset();
    return offset == null ? Double.MAX_VALUE : offset.metres();
  }

  /** WGS 84 and CGCS2000, and zones of one meridian, cannot be told apart; the file's word then. */
  private static Finding preferDeclared(@Nullable Finding own, Finding best) {
    Offset offset = own == null ? null : own.offset();
    return own != null && offset != null && offset.metres() <= SAME_METRES ? own : best;
  }

  private Diagnosis confirmed(Finding finding) {
    Offset offset = finding.offset();
    if (offset != null) {
      reasons.add(
          new Reason(
              "crs.matched",
              String.format(
                  Locale.ROOT,
                  "与登记库对比：%d 处中有 %d 处对得上，中位偏移 %.1f m",
                  offset.compared(),
                  offset.matched(),
                  offset.metres())));
    }
    Belief belief = finding.belief();
    if (isDeclared(belief)) {
      return answer(Verdict.DECLARED_CONFIRMED, belief, "crs.confirmed", "文件自称的坐标系是对的");
    }
    tellApart(belief);
    return answer(Verdict.FOUND, belief, "crs.found", "实际坐标系是 " + belief.label());
  }

  /** What is different from what one would expect. */
  private void tellApart(Belief belief) {
    if (belief.swapped()) {
      reasons.add(new Reason("crs.swapped", "坐标轴颠倒：第一个数是北坐标（纬度），第二个是东坐标（经度）"));
    }
    if (belief.shift() != null) {
      Optional<Offset> unshifted =
          findings.stream()
              .filter(f -> f.belief().shift() == null && f.belief().swapped() == belief.swapped())
              .map(Finding::offset)
              .filter(o -> o != null)
              .findFirst();
      reasons.add(
          new Reason(
              "crs.map-shift",
              "坐标含 "
                  + belief.shift().label()
                  + " 偏移"
                  + unshifted
                      .map(o -> String.format(Locale.ROOT, "：不改正时偏 %.0f m", o.metres()))
                      .orElse("")));
    }
  }

  private @Nullable Finding declaredFinding() {
    return findings.stream().filter(f -> isDeclared(f.belief())).findFirst().orElse(null);
  }

  /** A move that no system explains, or that the declared datum leads one to expect. */
  private Optional<Diagnosis> fitted() {
    for (Finding finding : findings) {
      Belief belief = finding.belief();
      Offset offset = finding.offset();
      boolean near = offset != null && offset.metres() <= FURTHEST_DATUM_METRES;
      if (offset != null && near && belief.shift() == null) {
        Optional<Diagnosis> fitted = fit(belief, offset);
        if (fitted.isPresent()) {
          return fitted;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Diagnosis> fit(Belief belief, Offset offset) {
    try {
      Optional<Crs> plane = ShiftFitter.planeOf(Plane.move(sample, belief.nearly()));
      if (plane.isEmpty()) {
        return Optional.empty();
      }
      Optional<SimilarityFit> found =
          new ShiftFitter(register, sample, belief, plane.get()).fit(offset);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      SimilarityFit fit = found.get();
      String what = ShiftFitter.words(fit);
      if (!ShiftFitter.isSound(fit)) {
        reasons.add(new Reason("crs.fit-refused", what + "；分布太集中，或参数、误差超出常理，未采用"));
        return Optional.empty();
      }
      reasons.add(new Reason("crs.fitted", what));
      String why =
          needsShift(belief)
              ? belief.crs().label() + " 没有公开的转换参数，按拟合的参数改正"
              : String.format(
                  Locale.ROOT, "整体偏移 %.0f m，可能实为西安 80 或北京 54，请核对后再采用拟合的参数", offset.metres());
      reasons.add(new Reason("crs.shifted", why));
      return Optional.of(
          new Diagnosis(
              Verdict.FITTED,
              belief.corrected(fit.parameters(), plane.get()),
              reasons,
              findings,
              fit));
    } catch (CrsException e) {
      reasons.add(new Reason(e.code(), String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** Nothing of the file matched anything. */
  private Diagnosis uncompared(@Nullable Finding own) {
    if (declared != null && declared.counterpart().isPresent()) {
      return answer(
          Verdict.NO_SHIFT,
          null,
          "crs.no-datum-shift",
          declared.label()
              + " 与 CGCS2000 之间没有公开的转换参数，能与登记库对上的地物又不足 "
              + SimilarityFit.FEWEST_PAIRS
              + " 处，无法拟合；请提供控制点、输入四参数，或由测绘部门先转换");
    }
    Offset off = own == null ? null : own.offset();
    if (off != null) {
      return answer(
          Verdict.UNKNOWN,
          null,
          "crs.offset-unexplained",
          String.format(Locale.ROOT, "整体偏移 %.0f m，没有已知的坐标系能解释，也拟合不出可信的参数", off.metres()));
    }
    reasons.add(new Reason("crs.not-compared", uncomparedWords()));
    if (own != null) {
      sayOfShift(own.belief());
      return answer(Verdict.DECLARED_PLAUSIBLE, own.belief(), "crs.plausible", "暂按文件自称的坐标系读取");
    }
    List<Belief> plain =
        findings.stream().map(Finding::belief).filter(b -> b.shift() == null).toList();
    if (plain.isEmpty()) {
      return answer(Verdict.UNKNOWN, null, "crs.unknown", "没有一种已知的读法使坐标落在本地范围内");
    }
    if (plain.size() == 1) {
      Belief only = plain.get(0);
      tellApart(only);
      sayOfShift(only);
      return answer(Verdict.GUESSED, only, "crs.guessed", "按数值和范围推断是 " + only.label());
    }
    return answer(
        Verdict.AMBIGUOUS, null, "crs.ambiguous", "有 " + plain.size() + " 种读法都落在范围内，请指明坐标系");
  }

  private String uncomparedWords() {
    if (register.isNew()) {
      return "登记库还没有数据，无从对比";
    }
    return register.isEmpty() ? "登记库在附近还没有数据，只能看数值和范围" : "文件的地物与登记库的对不上，只能看数值和范围";
  }

  /** Degrees from a consumer map look like any others. */
  private void sayOfShift(Belief belief) {
    boolean possible =
        findings.stream()
            .anyMatch(f -> f.belief().shift() != null && f.belief().swapped() == belief.swapped());
    if (possible) {
      reasons.add(new Reason("crs.shift-not-excluded", "不能排除坐标来自高德、百度等地图（偏移数百米），请在地图上核对"));
    }
  }

  private Diagnosis answer(Verdict verdict, @Nullable Belief belief, String code, String message) {
    reasons.add(new Reason(code, message));
    return new Diagnosis(verdict, belief, reasons, findings, null);
  }
}
