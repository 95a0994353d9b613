package org.shuangshi.intake.load;

/** What must hold for a row of one kind beyond its single cells, and what follows from them. */
@FunctionalInterface
interface RowRule {
  void apply(Row row);
}
