package org.shuangshi.registry.building;

/** 结构: 钢, 钢混, 混凝土, 混合（砖混）, 砖木, 其他. */
enum Structure {
  STEEL,
  STEEL_CONCRETE,
  CONCRETE,
  MIXED,
  BRICK_TIMBER,
  OTHER
}
