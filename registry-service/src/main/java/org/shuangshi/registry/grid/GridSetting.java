package org.shuangshi.registry.grid;

/** Town or country: which household band holds. */
public enum GridSetting {
  URBAN,
  RURAL
}
