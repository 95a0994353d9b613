package org.shuangshi.registry.edit;

/** The thing was changed since who wants to change it last saw it. */
public final class StaleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ThingKind kind;
  private final long id;
  private final String seen;

  public StaleException(ThingKind kind, long id, String seen) {
    super("stale", null, false, false);
    this.kind = kind;
    this.id = id;
    this.seen = seen;
  }

  public ThingKind kind() {
    return kind;
  }

  public long id() {
    return id;
  }

  /** The mark it was to be changed by. */
  public String seen() {
    return seen;
  }
}
