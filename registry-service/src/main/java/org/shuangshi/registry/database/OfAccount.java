package org.shuangshi.registry.database;

/** Who is signed in, as the pool needs to know it. */
public interface OfAccount {

  /** Id of the account. */
  long account();
}
