package org.shuangshi.registry.grid;

/** Town or country: which household band holds. */
enum GridSetting {
  URBAN,
  RURAL
}
