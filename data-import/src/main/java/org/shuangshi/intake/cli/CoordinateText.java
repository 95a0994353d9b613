package org.shuangshi.intake.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.shuangshi.gis.crs.SimilarityFit;
import org.shuangshi.gis.crs.doctor.ControlFit;
import org.shuangshi.gis.crs.doctor.Diagnosis.Reason;
import org.shuangshi.gis.crs.doctor.Verdict;
import org.shuangshi.intake.coordinate.Finding;

/** What is believed of the coordinates of a file, as text for people. */
final class CoordinateText {

  /** Residuals are told one by one of control points, not of hundreds of buildings. */
  private static final int MOST_RESIDUALS = 50;

  private final PrintWriter out;

  CoordinateText(PrintWriter out) {
    this.out = out;
  }

  void print(Finding finding) {
    boolean expected =
        finding.verdict() == Verdict.DECLARED_CONFIRMED
            || finding.verdict() == Verdict.DECLARED_PLAUSIBLE;
    if (expected && finding.doubt() == null && finding.fit() == null) {
      out.println("  " + finding.why());
      return;
    }
    if (finding.used() != null) {
      out.println("  坐标按 " + finding.used().label() + " 读取");
    }
    for (Reason reason : finding.reasons()) {
      out.println("    " + reason.message());
    }
    if (finding.accuracyMetres() != null) {
      out.printf(Locale.ROOT, "    与登记库或控制点相差 %.2f m%n", finding.accuracyMetres());
    }
    SimilarityFit fit = finding.fit();
    if (fit != null) {
      out.println("    " + ControlFit.words(fit));
      if (fit.residualsMetres().size() <= MOST_RESIDUALS) {
        out.println("    各点残差（m，* 为剔除）：" + residuals(fit));
      }
    }
    if (finding.doubt() != null || finding.used() == null) {
      printChoices(finding.others());
    }
    out.flush();
  }

  private void printChoices(List<Finding.Choice> choices) {
    if (!choices.isEmpty()) {
      out.println("    可选的读法（--crs）：");
    }
    for (Finding.Choice each : choices) {
      String off =
          each.offMetres() == null
              ? "没有对得上的地物"
              : String.format(
                  Locale.ROOT,
                  "偏 %.1f m，%d 处中对上 %d 处",
                  each.offMetres(),
                  each.compared(),
                  each.matched());
      out.println("      " + each.code() + "  " + each.label() + "：" + off);
    }
  }

  private static String residuals(SimilarityFit fit) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < fit.residualsMetres().size(); i++) {
      text.append(i == 0 ? "" : "，")
          .append(String.format(Locale.ROOT, "%.3f", fit.residualsMetres().get(i)))
          .append(fit.outlier().get(i) ? "*" : "");
    }
    return text.toString();
  }
}
