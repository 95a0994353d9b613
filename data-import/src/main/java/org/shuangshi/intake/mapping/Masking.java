package org.shuangshi.intake.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which columns of a file are shown by the shape of their values alone. */
public final class Masking {

  /** A column in which so many are somebody's is somebody's. */
  private static final double SOME = 0.2;

  /** Where fewer values are words of the field, others may be anything. */
  private static final double MOSTLY = 0.7;

  /** Words come so often, on average. */
  private static final int OFTEN = 2;

  private Masking() {}

  /**
   * Whether values may tell of somebody: by the field the column is taken for, or by what they are
   * whatever the column is called.
   *
   * @param field that it is taken for; null: none
   * @param ofPersons whether rows of the file are about people: then only words are shown
   */
  public static boolean hides(List<Object> values, @Nullable Target field, boolean ofPersons) {
    Evidence evidence = new Evidence(values);
    if (field != null && field.nature().isPersonal() && ofPersons) {
      return true;
    }
    // names of places begin with the same characters as names of people
    boolean named = ofPersons || field == null;
    if ((named && evidence.share(Nature.PERSON_NAME) >= SOME)
        || evidence.share(Nature.DOCUMENT) >= SOME
        || evidence.share(Nature.PHONE) >= SOME) {
      return true;
    }
    return ofPersons && !isWords(evidence, field);
  }

  /** Words of the field, or few that come again and again: names in a short list do not. */
  private static boolean isWords(Evidence evidence, @Nullable Target field) {
    boolean known =
        field != null
            && (field.nature() == Nature.WORD || field.nature() == Nature.FLAG)
            && evidence.share(field) >= MOSTLY;
    return known || (evidence.looksLikeWords() && evidence.distinct() * OFTEN <= evidence.count());
  }
}
