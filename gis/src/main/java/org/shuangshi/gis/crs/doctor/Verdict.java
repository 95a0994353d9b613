package org.shuangshi.gis.crs.doctor;

/** How sure the doctor is, and of what. */
public enum Verdict {
  /** What the file declares puts its things where the register has them. */
  DECLARED_CONFIRMED,
  /** What the file declares puts it into the right area; there was nothing to compare it with. */
  DECLARED_PLAUSIBLE,
  /** Another reading puts its things where the register has them. */
  FOUND,
  /** Another reading, one alone, puts it into the right area; there was nothing to compare with. */
  GUESSED,
  /** Its things lie where the register has them once moved by parameters fitted to them. */
  FITTED,
  /** Several readings are possible; a person has to say. */
  AMBIGUOUS,
  /** The datum has no public shift and nothing to fit one to. */
  NO_SHIFT,
  /** No reading puts it into the area. */
  UNKNOWN
}
