package org.shuangshi.registry.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a program signs in with.
 *
 * @param used null: never
 * @param expires null: never
 */
record Token(long id, Known who, @Nullable Instant used, @Nullable Instant expires) {

  boolean isOver(Instant now) {
    return expires != null && !now.isBefore(expires);
  }
}
