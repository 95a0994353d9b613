package org.shuangshi.registry.audit;

/** What is wrong with the log. */
enum ChainFault {
  /** An entry is not what was logged, or not where. */
  CHANGED,
  /** An entry, or its link, is gone. */
  MISSING,
  /** The end is gone: the file of heads knows of more. */
  CUT_OFF,
  /** An entry that was never logged by the service. */
  UNCHAINED,
  /** Where the chain is said to begin is not what the service wrote. */
  ANCHOR,
  /** The ring lacks the key that the entry was chained with. */
  KEY_MISSING
}
