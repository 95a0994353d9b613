package org.shuangshi.gis.address;

import java.util.List;
import java.util.Map;

/**
 * What a text was understood to say.
 *
 * @param original the text as given
 * @param address its components, each in its one form, an alias or former name as the name in force
 * @param spans where each component was taken from
 * @param renamed components that were said by an alias or a former name, with what was said
 * @param leftOver stretches that were not understood, in order
 * @param ambiguities stretches that can be meant otherwise
 */
public record Reading(
    String original,
    Address address,
    Map<Component, Span> spans,
    Map<Component, String> renamed,
    List<Span> leftOver,
    List<Ambiguity> ambiguities) {

  public Reading {
    spans = Map.copyOf(spans);
    renamed = Map.copyOf(renamed);
    leftOver = List.copyOf(leftOver);
    ambiguities = List.copyOf(ambiguities);
  }

  /** Whether a number stands where nothing was understood: it may tell one door from another. */
  public boolean dropsNumber() {
    return leftOver.stream()
        .anyMatch(span -> span.of(original).chars().anyMatch(Character::isDigit));
  }
}
