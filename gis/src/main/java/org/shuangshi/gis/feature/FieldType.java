package org.shuangshi.gis.feature;

/** What a column holds. The Java type of its values is named beside each. */
public enum FieldType {
  /** {@link String}. */
  TEXT,
  /** {@link Long}. */
  INTEGER,
  /** {@link Double}. */
  REAL,
  /** {@link java.time.LocalDate}. */
  DATE,
  /** {@link Boolean}. */
  BOOLEAN
}
