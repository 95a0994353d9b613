package org.shuangshi.gis.address;

import java.util.List;

/**
 * What the register holds for a text.
 *
 * @param grade how sure it is
 * @param reading how the text was read
 * @param fitting how many addresses fit; of C with none, the candidates are neighbours
 * @param candidates of A and B the one; of C those it may be, the likeliest first, at most {@link
 *     AddressMatcher#MOST}
 * @param explanation in Chinese: what differs, or why it is none or several
 */
public record Match(
    Grade grade, Reading reading, int fitting, List<Candidate> candidates, String explanation) {

  /** How sure a match is. */
  public enum Grade {
    /** The same text after normalisation, also by an alias or a former name. */
    A,
    /** One address alone fits; the differences are named. */
    B,
    /** Several fit, or none. */
    C
  }

  /**
   * An address of the register.
   *
   * @param id the caller's
   */
  public record Candidate(long id, String text, Comparison comparison) {}

  public Match {
    candidates = List.copyOf(candidates);
  }
}
