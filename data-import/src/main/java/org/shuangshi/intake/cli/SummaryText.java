package org.shuangshi.intake.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shuangshi.intake.coordinate.Finding;
import org.shuangshi.intake.fact.FactWriter.Written;
import org.shuangshi.intake.load.Anomaly;
import org.shuangshi.intake.load.ImportSummary;
import org.shuangshi.intake.load.ImportSummary.FileSummary;
import org.shuangshi.intake.load.ImportSummary.IssueCount;
import org.shuangshi.intake.load.ImportSummary.Matched;
import org.shuangshi.intake.load.ImportSummary.PartSummary;
import org.shuangshi.intake.load.Issue;
import org.shuangshi.intake.mapping.Mapped;
import org.shuangshi.intake.mapping.Mapped.UnknownValue;

/** An import's summary as text for people. */
final class SummaryText {

  private static final Map<String, String> PARTS = Map.of("entrance", "单元", "residence", "居住关系");

  private final PrintWriter out;

  SummaryText(PrintWriter out) {
    this.out = out;
  }

  void print(ImportSummary summary) {
    summary.files().forEach(this::print);
    print(summary.anomalies());
    if (summary.dryRun()) {
      out.println("试运行：没有写入任何内容。");
    } else if (summary.change().isPresent()) {
      out.println("已写入，变更记录 " + summary.change().getAsLong() + "。");
    } else {
      out.println("与登记库一致，没有写入任何内容。");
    }
    out.flush();
  }

  /** What a batch did and what is unusual about it, where it was refused for that. */
  void printRefused(ImportSummary summary) {
    summary.files().forEach(this::print);
    print(summary.anomalies());
    out.flush();
  }

  /** Why no reading of a file's coordinates was believed. */
  void print(Finding finding) {
    new CoordinateText(out).print(finding);
  }

  /** Where the rejected rows are. */
  void printWritten(List<Path> files) {
    files.forEach(each -> out.println("被拒绝的行写在 " + each));
    out.flush();
  }

  private void print(List<Anomaly> anomalies) {
    if (!anomalies.isEmpty()) {
      out.println("异常变化 " + anomalies.size() + " 处：");
      anomalies.forEach(each -> out.println("  " + each.code() + "：" + each.message()));
    }
  }

  void print(FileSummary file) {
    out.println(file.file() + "（" + file.kind().label() + "）");
    Written written = file.written();
    out.printf(
        Locale.ROOT,
        "  %d 行：新增 %d，变更 %d，未变 %d，拒绝 %d%s%n",
        file.rows(),
        written.inserted(),
        written.changed(),
        written.unchanged(),
        file.rejected(),
        missing(file.missing()));
    for (PartSummary part : file.parts()) {
      if (PARTS.containsKey(part.table())) {
        out.printf(
            Locale.ROOT,
            "  其中%s：新增 %d，变更 %d，未变 %d%s%n",
            PARTS.get(part.table()),
            part.inserted(),
            part.changed(),
            part.same(),
            missing(part.missing()));
      }
    }
    print(file.matched());
    out.println("  主键：" + file.knownBy() + (file.crs().isEmpty() ? "" : "；坐标系：" + file.crs()));
    if (file.coordinates() != null) {
      new CoordinateText(out).print(file.coordinates());
    }
    if (!file.ignoredColumns().isEmpty()) {
      out.println("  未采用的列：" + String.join("、", file.ignoredColumns()));
    }
    print(file.mapped());
    file.issues().forEach(this::print);
    out.flush();
  }

  private void print(Matched matched) {
    if (!matched.equals(Matched.NONE)) {
      out.printf(
          Locale.ROOT,
          "  按地址文本：一致 %d（A），有出入 %d（B），不能确定 %d、没有找到 %d（C）%n",
          matched.exact(),
          matched.alike(),
          matched.ambiguous(),
          matched.unmatched());
    }
  }

  private void print(Mapped mapped) {
    if (mapped.profile() != null) {
      out.println("  列：按这个来源上次的映射（第 " + mapped.profile() + " 版；--no-profile 可不用）");
    }
    for (UnknownValue each : mapped.unknown()) {
      if (each.refuses()) {
        out.println("  不认识的值：" + each.field() + " “" + each.value() + "”，" + each.count() + " 行");
      }
    }
  }

  private static String missing(long things) {
    return things == 0 ? "" : "；同一来源的另有 " + things + " 条在库而不在文件里，保持不变";
  }

  private void print(IssueCount issue) {
    out.println("  " + issue.severity().label() + " " + issue.code() + "：" + issue.count());
    for (Issue example : issue.examples()) {
      out.println("    " + place(example) + example.message());
    }
    long more = issue.count() - issue.examples().size();
    if (more > 0) {
      out.println("    …… 另有 " + more + " 条（--issues FILE.csv 可看全部）");
    }
  }

  private static String place(Issue issue) {
    StringBuilder place = new StringBuilder();
    if (issue.row() > 0) {
      place.append("第 ").append(issue.row()).append(" 行");
      if (issue.key() != null) {
        place.append("，主键 ").append(issue.key());
      }
      if (issue.lon() != null && issue.lat() != null) {
        place.append(String.format(Locale.ROOT, "，位置 %.8f %.8f", issue.lon(), issue.lat()));
      }
      place.append("：");
    }
    return place.toString();
  }
}
