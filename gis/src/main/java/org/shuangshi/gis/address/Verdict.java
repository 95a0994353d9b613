package org.shuangshi.gis.address;

/** How one component of two addresses compares. */
public enum Verdict {
  /** Both say the same. */
  SAME,
  /** One says it, the other does not. */
  ONE_SILENT,
  /** They say different things. */
  DIFFERENT
}
