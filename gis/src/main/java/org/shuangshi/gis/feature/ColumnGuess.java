package org.shuangshi.gis.feature;

/** Finds the narrowest type that holds every value seen in a column without loss. */
final class ColumnGuess {

  private boolean integer;
  private boolean real;
  private boolean bool;
  private boolean date;
  private boolean text;

  void sawInteger() {
    integer = true;
  }

  void sawReal() {
    real = true;
  }

  void sawBoolean() {
    bool = true;
  }

  void sawDate() {
    date = true;
  }

  /** Also for numbers that neither a long nor a double keeps. */
  void sawText() {
    text = true;
  }

  /** A column of nothing but nulls is text. */
  FieldType type() {
    boolean number = integer || real;
    if (text || (number ? 1 : 0) + (bool ? 1 : 0) + (date ? 1 : 0) != 1) {
      return FieldType.TEXT;
    }
    if (bool) {
      return FieldType.BOOLEAN;
    }
    if (date) {
      return FieldType.DATE;
    }
    return real ? FieldType.REAL : FieldType.INTEGER;
  }
}
