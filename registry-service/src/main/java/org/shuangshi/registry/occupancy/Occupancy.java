package org.shuangshi.registry.occupancy;

/** What is known of a unit on a day. Never merged into fewer. */
public enum Occupancy {
  /** 空置: the newest visit found it empty and nobody is registered there. */
  VERIFIED_VACANT,
  /** Somebody lives or works there. */
  OCCUPIED,
  /** Something was seen of it, but nobody is linked to it. */
  UNLINKED,
  /** Nothing was ever seen of it. */
  UNVISITED
}
