package org.shuangshi.intake.load;

/** Only a visit can see that a unit is empty (DOMAIN: vacancy is evidence). */
final class EvidenceRow implements RowRule {

  @Override
  public void apply(Row row) {
    TextLinks.require(Kind.EVIDENCE, row);
    if ("EMPTY".equals(row.text("finding")) && !"VISIT".equals(row.text("kind"))) {
      row.reject("evidence.empty-not-visit", "只有走访能认定空置；读数和部门数据请用 疑似空置");
    }
  }
}
