package org.shuangshi.registry.account;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;

/** Fields a request has to fill. */
final class Required {

  private Required() {}

  static String of(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw Refusal.field(field, "field.missing", "缺少 " + field);
    }
    return value;
  }
}
