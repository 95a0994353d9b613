package org.shuangshi.registry.thing;

import org.shuangshi.registry.edit.ThingKind;

/** The thing was changed since who wants to change it last saw it. */
final class StaleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ThingKind kind;
  private final long id;
  private final String seen;

  StaleException(ThingKind kind, long id, String seen) {
    super("stale", null, false, false);
    this.kind = kind;
    this.id = id;
    this.seen = seen;
  }

  ThingKind kind() {
    return kind;
  }

  long id() {
    return id;
  }

  /** The mark it was to be changed by. */
  String seen() {
    return seen;
  }
}
