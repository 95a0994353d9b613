package org.shuangshi.registry.erasure;

/** What an erasure stands on. The words are kept in the database: never rename one. */
enum Basis {
  /** The person asked for it. */
  REQUEST("本人要求"),
  /** The purpose, or the time of keeping, is over. */
  RETENTION("保存期满");

  private final String label;

  Basis(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
