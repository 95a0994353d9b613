package org.shuangshi.registry.refusal;

import java.util.List;

/**
 * A request that cannot be answered, and why. Codes are stable English, messages Chinese and fit to
 * be shown.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of no it is. */
  public enum Kind {
    /** The request says something that cannot be meant. */
    INVALID,
    /** What it names does not exist, or not on that day. */
    UNKNOWN,
    /** It will be there later. */
    NOT_READY,
    /** It was there and is gone. */
    GONE,
    /** Too much is going on at once. */
    BUSY,
    /** More was sent than is taken. */
    TOO_LARGE,
    /** It does not fit what the register holds. */
    CONFLICT,
    /** It was changed since who wants to change it last saw it. */
    OVERTAKEN,
    /** What is to be changed was not named by its version. */
    VERSION_MISSING,
    /** Nobody is signed in, or not any more. */
    SIGNED_OUT,
    /** Who is signed in may not. */
    FORBIDDEN
  }

  /**
   * What is wrong with one field or parameter.
   *
   * @param field its name or path in the body: {@code within.geometry.coordinates[0]}
   */
  public record FieldFault(String field, String code, String message) {}

  private final Kind kind;
  private final String code;
  private final transient List<FieldFault> faults;

  private Refusal(Kind kind, String code, String message, List<FieldFault> faults) {
    super(message, null, false, false);
    this.kind = kind;
    this.code = code;
    this.faults = List.copyOf(faults);
  }

  public static Refusal of(Kind kind, String code, String message) {
    return new Refusal(kind, code, message, List.of());
  }

  /** One field or parameter that cannot be taken. */
  public static Refusal field(String field, String code, String message) {
    return new Refusal(Kind.INVALID, code, message, List.of(new FieldFault(field, code, message)));
  }

  public static Refusal fields(String code, String message, List<FieldFault> faults) {
    return new Refusal(Kind.INVALID, code, message, faults);
  }

  /** A thing that is not there on the day asked about. */
  public static Refusal unknown(String code, String message) {
    return new Refusal(Kind.UNKNOWN, code, message, List.of());
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public List<FieldFault> faults() {
    return faults;
  }
}
