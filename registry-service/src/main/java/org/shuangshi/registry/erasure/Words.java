package org.shuangshi.registry.erasure;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.code.IdentityDocument;
import org.shuangshi.gis.code.IdentityDocument.Kind;

/**
 * What texts may say of somebody: names, which others have too, and numbers, which nobody else has,
 * in the ways they are written. What is too short to mean anybody is left out.
 */
final class Words {
  private static final int SHORTEST_NAME = 2;
  private static final int SHORTEST_NUMBER = 6;

  private final Set<String> names = new TreeSet<>();
  private final Set<String> numbers = new TreeSet<>();

  Set<String> names() {
    return names;
  }

  Set<String> numbers() {
    return numbers;
  }

  void name(@Nullable String name) {
    String said = name == null ? "" : name.strip();
    if (said.length() >= SHORTEST_NAME) {
      names.add(said);
    }
  }

  void number(@Nullable String number) {
    String said = number == null ? "" : number.strip();
    if (said.length() >= SHORTEST_NUMBER) {
      numbers.add(said);
    }
  }

  /** As it is kept, folded, and a citizen id of 15 digits also as the one of 18. */
  void document(@Nullable String kind, @Nullable String number) {
    if (number == null) {
      return;
    }
    number(number);
    number(IdentityDocument.folded(number));
    if (kind != null) {
      IdentityDocument.find(Kind.valueOf(kind), number)
          .ifPresent(document -> number(document.number()));
    }
  }
}
