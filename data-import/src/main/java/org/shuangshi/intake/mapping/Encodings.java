package org.shuangshi.intake.mapping;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Encodings by the names people know them by. */
public final class Encodings {

  /** Big5 with what Microsoft added to it, as files have it. */
  private static final Charset BIG5 = Charset.forName("x-windows-950");

  private Encodings() {}

  /**
   * The encoding of a name; null of null.
   *
   * @throws IllegalArgumentException where there is none of that name
   */
  public static @Nullable Charset find(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return name.equalsIgnoreCase("Big5") ? BIG5 : Charset.forName(name);
  }

  /** What people call it: Big5, else its own name. */
  public static String label(Charset charset) {
    return charset.equals(BIG5) ? "Big5" : charset.name();
  }
}
