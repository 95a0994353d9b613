package org.shuangshi.registry.erasure;

/** What was said to a request. The words are kept in the database: never rename one. */
enum Decision {
  CONFIRMED,
  REFUSED
}
