package org.shuangshi.registry.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as a row to walk to: nothing personal.
 *
 * @param missing names of the required fields that are not filled
 */
record PersonResponse(long id, PersonKind kind, Home unit, List<String> missing) {

  /** The unit of the main residence. */
  public record Home(long id, @Nullable String address) {}
}
