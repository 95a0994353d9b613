package org.shuangshi.intake.match;

import java.util.Locale;

/** What a text is to lead to. */
public enum Target {
  /** The unit that has the address, or whose building has it and that completes it. */
  UNIT("户室"),
  /** The building that has the address. */
  BUILDING("楼栋"),
  /** The address itself. */
  ADDRESS("地址");

  private final String label;

  Target(String label) {
    this.label = label;
  }

  /** What people call it, in Chinese. */
  public String label() {
    return label;
  }

  /** The table that holds such things: {@code unit}. */
  public String table() {
    return name().toLowerCase(Locale.ROOT);
  }
}
