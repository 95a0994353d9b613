package org.shuangshi.registry.residence;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;

/** What a request must say. */
final class Asked {

  private Asked() {}

  static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Refusal.field(field, "value.missing", field + " 必须给出");
    }
    return value;
  }
}
