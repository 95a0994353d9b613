package org.shuangshi.registry.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.plan.Impact.ImpactCounts;

/** The impact sheet as a workbook: grids, who changes leader, codes, cards. */
final class ImpactWorkbook {

  private ImpactWorkbook() {}

  static byte[] of(Impact impact) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Shuangshi", "1.0")) {
      grids(book.newWorksheet("网格"), impact);
      Table moves =
          new Table(
              book.newWorksheet("换网格"), List.of("原网格", "原网格长", "新网格", "新网格长", "户", "人", "楼栋"));
      for (Impact.ImpactMove each : impact.moves()) {
        moves.row(
            each.from(),
            each.leaderFrom(),
            each.to(),
            each.leaderTo(),
            each.households(),
            each.people(),
            each.buildings());
      }
      Impact.ImpactTotals all = impact.leaders();
      moves.row("换网格长合计", null, null, null, all.households(), all.people(), all.buildings());
      Table codes = new Table(book.newWorksheet("编码对照"), List.of("原编码", "新编码"));
      impact.codes().forEach(each -> codes.row(each.was(), String.join("、", each.is())));
      Table cards = new Table(book.newWorksheet("重印服务牌"), List.of("地址", "原网格", "新网格", "楼栋编号"));
      impact
          .cards()
          .forEach(each -> cards.row(each.address(), each.was(), each.is(), each.building()));
    }
    return out.toByteArray();
  }

  private static void grids(Worksheet sheet, Impact impact) {
    Table table =
        new Table(
            sheet,
            List.of(
                "编码", "原编码", "名称", "户数下限", "户数上限", "原网格长", "原户", "原人", "原楼栋", "原空置", "原负荷", "原人均负荷",
                "网格长", "户", "人", "楼栋", "空置", "负荷", "人均负荷"));
    for (Impact.ImpactGrid each : impact.grids()) {
      Object[] row = new Object[19];
      row[0] = each.code();
      row[1] = each.was();
      row[2] = each.name();
      row[3] = each.low();
      row[4] = each.high();
      counts(row, 5, each.before());
      counts(row, 12, each.after());
      table.row(row);
    }
    if (impact.byCells()) {
      table.row("户、人只计整个落在网格内的统计单元");
    }
  }

  private static void counts(@Nullable Object[] row, int at, @Nullable ImpactCounts counts) {
    if (counts != null) {
      row[at] = counts.leader();
      row[at + 1] = counts.households();
      row[at + 2] = counts.people();
      row[at + 3] = counts.buildings();
      row[at + 4] = counts.vacant();
      row[at + 5] = counts.load();
      row[at + 6] = counts.loadOfEach();
    }
  }

  /** Rows below a head. */
  private static final class Table {
    private final Worksheet sheet;
    private int next;

    Table(Worksheet sheet, List<String> head) {
      this.sheet = sheet;
      row(head.toArray());
      sheet.range(0, 0, 0, head.size() - 1).style().bold().set();
      sheet.freezePane(0, 1);
    }

    void row(@Nullable Object... values) {
      for (int column = 0; column < values.length; column++) {
        Object value = values[column];
        if (value instanceof Number number) {
          sheet.value(next, column, number);
        } else if (value != null) {
          sheet.value(next, column, value.toString());
        }
      }
      next++;
    }
  }
}
