package org.shuangshi.intake.load;

/** A household lives somewhere. */
final class HouseholdRow implements RowRule {

  @Override
  public void apply(Row row) {
    TextLinks.require(Kind.HOUSEHOLDS, row);
  }
}
