package org.shuangshi.intake.keyring;

/** What a value is sealed for; each purpose has a key of its own, derived from the ring's. */
public enum Purpose {
  /** Shared secrets of one-time codes. */
  TOTP,
  /** Document numbers and phones of people. */
  PERSON,
  /** Keyed hashes by which document numbers are found. */
  PERSON_LOOKUP,
  /** Keyed hashes of what erased people were known by. */
  ERASED,
  /** Photos of visits. */
  PHOTO,
  /** Files that lie on disk until they are fetched. */
  FILE,
  /** The chain of the log. */
  AUDIT
}
