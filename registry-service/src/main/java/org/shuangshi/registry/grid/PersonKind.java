package org.shuangshi.registry.grid;

/** 户籍, 人户分离, 流动, 境外; UNKNOWN where the register does not say enough. */
enum PersonKind {
  REGISTERED,
  SEPARATED,
  FLOATING,
  OVERSEAS,
  UNKNOWN
}
