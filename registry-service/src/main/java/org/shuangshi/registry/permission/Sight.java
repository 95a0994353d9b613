package org.shuangshi.registry.permission;

/** How much of a personal field is seen; each includes the ones before it. */
public enum Sight {
  /** Not even that there is one. */
  NONE,
  MASKED,
  /** Masked until asked for, with a reason. */
  FULL
}
