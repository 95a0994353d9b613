package org.shuangshi.registry.account;

import java.time.Duration;
import java.time.Instant;

/**
 * A browser that is signed in.
 *
 * @param factors 1: by password alone, 2: with a second factor
 * @param idle after so long without a request it is over
 * @param longest after so long it is over whatever is done
 */
record Session(
    long id, Known who, int factors, Instant began, Instant seen, Duration idle, Duration longest) {

  boolean isOver(Instant now) {
    return now.isAfter(seen.plus(idle)) || now.isAfter(began.plus(longest));
  }
}
