package org.shuangshi.registry.keyring;

/** What a value is sealed for; each purpose has a key of its own, derived from the ring's. */
public enum Purpose {
  /** Shared secrets of one-time codes. */
  TOTP,
  /** The chain of the log. */
  AUDIT
}
