package org.shuangshi.registry.grid;

/** 基础网格 or 专属网格 (a campus, a mall). */
public enum GridKind {
  BASIC,
  DEDICATED
}
