package org.shuangshi.intake.load;

/** A grid's community is the first 12 digits of its code. */
final class GridRow implements RowRule {

  @Override
  public void apply(Row row) {
    String code = row.text("code");
    if (code == null) {
      return;
    }
    if (!code.matches("[0-9]{15}")) {
      row.reject("code.form", "网格代码应为 15 位数字：社区代码 12 位加序号 3 位");
      return;
    }
    row.set("community", code.substring(0, 12));
    fill(row, "kind", "BASIC");
    fill(row, "setting", "URBAN");
  }

  private static void fill(Row row, String column, String otherwise) {
    if (row.get(column) == null) {
      row.set(column, otherwise);
    }
  }
}
