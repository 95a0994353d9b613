package org.shuangshi.intake.mapping;

import org.jspecify.annotations.Nullable;

/**
 * How the columns of an import are to be found.
 *
 * @param choice what was chosen; what is not chosen is found
 * @param profile version of the profile that the whole choice was taken from; null: it was chosen
 *     now, and is to be the source's profile
 */
public record Wish(Choice choice, @Nullable Integer profile) {

  /** Nothing chosen: everything is found. */
  public static final Wish NONE = new Wish(Choice.NONE, null);
}
