package org.shuangshi.registry.sheet;

/**
 * A column of a table.
 *
 * @param share of the table's width, against the shares of the others
 * @param number set to the right
 */
public record SheetColumn(String head, float share, boolean number) {

  public static SheetColumn text(String head, float share) {
    return new SheetColumn(head, share, false);
  }

  public static SheetColumn number(String head, float share) {
    return new SheetColumn(head, share, true);
  }
}
