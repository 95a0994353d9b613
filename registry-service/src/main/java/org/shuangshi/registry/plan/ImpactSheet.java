package org.shuangshi.registry.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.plan.Impact.ImpactCounts;
import org.shuangshi.registry.plan.Impact.ImpactGrid;
import org.shuangshi.registry.sheet.SheetColumn;
import org.shuangshi.registry.sheet.SheetWriter;
import org.shuangshi.registry.sheet.Sheets;

/** The impact sheet as it is printed and signed: grids, who changes leader, codes, cards. */
final class ImpactSheet {
  private static final String NONE = "–";

  private ImpactSheet() {}

  static byte[] of(Impact impact, Sheets sheets) throws IOException {
    try (SheetWriter sheet =
        sheets.begin("影响表 · " + impact.name(), impact.name() + " · 统计到 " + impact.asOf())) {
      Impact.ImpactTotals all = impact.leaders();
      sheet.text(
          "与现状相比，换网格长 %,d 户、%,d 人、%,d 栋；编码变更 %,d 个；重印服务牌 %,d 块。统计到 %s。"
              .formatted(
                  all.households(),
                  all.people(),
                  all.buildings(),
                  impact.codes().size(),
                  impact.cards().size(),
                  impact.asOf()));
      if (impact.byCells()) {
        sheet.text("户、人只计整个落在网格内的统计单元。");
      }
      grids(sheet, impact);
      moves(sheet, impact);
      codes(sheet, impact);
      cards(sheet, impact);
      return sheet.finish();
    }
  }

  private static void grids(SheetWriter sheet, Impact impact) throws IOException {
    sheet.heading("网格");
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (ImpactGrid each : impact.grids()) {
      rows.add(
          row(
              code(each),
              each.name(),
              leader(each.before(), each.after()),
              band(each),
              counted(each, ImpactCounts::load),
              counted(each, ImpactCounts::households),
              counted(each, ImpactCounts::people),
              counted(each, ImpactCounts::buildings),
              counted(each, ImpactCounts::vacant),
              ofEach(each.after())));
    }
    sheet.table(
        List.of(
            SheetColumn.text("编码", 25),
            SheetColumn.text("名称", 9),
            SheetColumn.text("网格长", 10),
            SheetColumn.text("负荷对幅度", 10),
            SheetColumn.number("负荷", 8),
            SheetColumn.number("户", 8),
            SheetColumn.number("人", 8),
            SheetColumn.number("楼栋", 7),
            SheetColumn.number("空置", 7),
            SheetColumn.number("人均负荷", 7)),
        rows);
    sheet.text("各数为方案中的数，括号内为比现状多或少。");
  }

  private static @Nullable String code(ImpactGrid grid) {
    if (grid.code() == null) {
      return grid.was() + "（撤销）";
    }
    if (grid.was() == null) {
      return grid.code() + "（新）";
    }
    return grid.code().equals(grid.was()) ? grid.code() : grid.was() + " → " + grid.code();
  }

  private static String leader(@Nullable ImpactCounts before, @Nullable ImpactCounts after) {
    String was = before == null ? NONE : orNone(before.leader());
    String is = after == null ? NONE : orNone(after.leader());
    return was.equals(is) ? is : was + " → " + is;
  }

  private static String band(ImpactGrid grid) {
    ImpactCounts after = grid.after();
    if (after == null || grid.high() == 0) {
      return NONE;
    }
    String band = grid.low() + "–" + grid.high();
    return after.load() < grid.low()
        ? "低于 " + band
        : after.load() > grid.high() ? "高于 " + band : "在 " + band + " 内";
  }

  private static String counted(ImpactGrid grid, ToIntFunction<ImpactCounts> of) {
    ImpactCounts before = grid.before();
    ImpactCounts after = grid.after();
    int was = before == null ? 0 : of.applyAsInt(before);
    int is = after == null ? 0 : of.applyAsInt(after);
    return was == is ? "%,d".formatted(is) : "%,d（%+,d）".formatted(is, is - was);
  }

  private static String ofEach(@Nullable ImpactCounts counts) {
    Double of = counts == null ? null : counts.loadOfEach();
    return of == null ? NONE : "%,d".formatted(Math.round(of));
  }

  private static void moves(SheetWriter sheet, Impact impact) throws IOException {
    if (impact.moves().isEmpty()) {
      return;
    }
    sheet.heading("换网格");
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (Impact.ImpactMove each : impact.moves()) {
      rows.add(
          row(
              orNone(each.from()),
              orNone(each.leaderFrom()),
              orNone(each.to()),
              orNone(each.leaderTo()),
              "%,d".formatted(each.households()),
              "%,d".formatted(each.people()),
              "%,d".formatted(each.buildings())));
    }
    sheet.table(
        List.of(
            SheetColumn.text("原网格", 3),
            SheetColumn.text("原网格长", 2),
            SheetColumn.text("新网格", 3),
            SheetColumn.text("新网格长", 2),
            SheetColumn.number("户", 1),
            SheetColumn.number("人", 1),
            SheetColumn.number("楼栋", 1)),
        rows);
  }

  private static void codes(SheetWriter sheet, Impact impact) throws IOException {
    if (impact.codes().isEmpty()) {
      return;
    }
    sheet.heading("编码对照");
    List<List<@Nullable String>> rows = new ArrayList<>();
    impact.codes().forEach(each -> rows.add(row(each.was(), String.join("、", each.is()))));
    sheet.table(List.of(SheetColumn.text("原编码", 1), SheetColumn.text("新编码", 3)), rows);
  }

  private static void cards(SheetWriter sheet, Impact impact) throws IOException {
    if (impact.cards().isEmpty()) {
      return;
    }
    sheet.heading("重印服务牌");
    List<List<@Nullable String>> rows = new ArrayList<>();
    impact
        .cards()
        .forEach(
            each ->
                rows.add(
                    row(
                        each.address() == null ? "楼栋 " + each.building() : each.address(),
                        orNone(each.was()),
                        orNone(each.is()))));
    sheet.table(
        List.of(SheetColumn.text("地址", 4), SheetColumn.text("原网格", 2), SheetColumn.text("新网格", 2)),
        rows);
  }

  private static String orNone(@Nullable String word) {
    return word == null ? NONE : word;
  }

  private static List<@Nullable String> row(@Nullable String... cells) {
    return Arrays.asList(cells);
  }
}
