package org.shuangshi.intake.cli;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.shuangshi.intake.load.UndoSummary;
import org.shuangshi.intake.load.UndoSummary.LeftAlone;
import org.shuangshi.intake.load.UndoSummary.Reason;
import org.shuangshi.intake.load.UndoSummary.TableUndo;

/** What taking an import back did, as text for people. */
final class UndoText {

  /** Of each reason. */
  private static final int EXAMPLES = 20;

  private static final Map<String, String> TABLES =
      Map.ofEntries(
          Map.entry("region", "行政区划"),
          Map.entry("grid", "网格"),
          Map.entry("estate", "小区"),
          Map.entry("road", "道路"),
          Map.entry("context_feature", "底图要素"),
          Map.entry("address", "标准地址"),
          Map.entry("building", "建筑物"),
          Map.entry("entrance", "单元"),
          Map.entry("unit", "户室"),
          Map.entry("household", "户"),
          Map.entry("person", "实有人口"),
          Map.entry("residence", "居住关系"),
          Map.entry("tenancy", "租赁"),
          Map.entry("organisation", "单位"),
          Map.entry("evidence", "走访等证据"),
          Map.entry("staff_post", "网格岗位"),
          Map.entry("lineage", "沿革"),
          Map.entry("visit_photo", "走访照片"),
          Map.entry("role_grant", "授权范围"),
          Map.entry("household_band", "户数标准"));

  private final PrintWriter out;

  UndoText(PrintWriter out) {
    this.out = out;
  }

  void print(UndoSummary summary, boolean dryRun) {
    for (TableUndo each : summary.tables()) {
      out.printf(
          Locale.ROOT,
          "%s：撤回 %d，恢复 %d，保持不变 %d%n",
          label(each.table()),
          each.withdrawn(),
          each.restored(),
          each.left());
    }
    Map<Reason, Integer> told = new EnumMap<>(Reason.class);
    for (LeftAlone each : summary.left()) {
      int number = told.merge(each.reason(), 1, Integer::sum);
      if (number == 1) {
        out.println(each.reason().code() + "：" + each.reason().label());
      }
      if (number <= EXAMPLES) {
        out.println("  " + label(each.table()) + " " + each.id() + other(each));
      }
    }
    if (dryRun) {
      out.println("试运行：没有写入任何内容。");
    } else if (summary.change().isPresent()) {
      out.println("已撤销变更 " + summary.undone() + "，变更记录 " + summary.change().getAsLong() + "。");
    } else {
      out.println("没有可以撤销的内容，没有写入任何内容。");
    }
    out.flush();
  }

  private static String other(LeftAlone each) {
    if (each.otherTable().isEmpty()) {
      return "";
    }
    return "：" + label(each.otherTable()) + (each.otherId() == 0 ? "" : " " + each.otherId());
  }

  private static String label(String table) {
    return TABLES.getOrDefault(table, table);
  }
}
