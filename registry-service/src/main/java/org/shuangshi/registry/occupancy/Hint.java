package org.shuangshi.registry.occupancy;

/** What readings and files suggest of a unit; changes no state. */
public enum Hint {
  LIKELY_EMPTY
}
