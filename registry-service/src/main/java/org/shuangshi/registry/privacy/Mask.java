package org.shuangshi.registry.privacy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.address.AddressReader;
import org.shuangshi.gis.address.Component;
import org.shuangshi.gis.address.Gazetteer;
import org.shuangshi.gis.address.Span;
import org.shuangshi.registry.permission.PersonField;

/**
 * Personal values with what tells a person hidden. The rules:
 *
 * <ol>
 *   <li>of a name its first character: 张*;
 *   <li>of a number its first three and last four: 138****1234; of one below eleven characters its
 *       last two, below six nothing;
 *   <li>of a birth date its year;
 *   <li>of an address what leads to the community or village; of one that is not written so
 *       nothing;
 *   <li>of the ethnicity nothing;
 *   <li>sex and nationality as they are: there is no half of them. Who may not know has no sight.
 * </ol>
 */
final class Mask {
  private static final int LONG = 11;
  private static final int FIRST = 3;
  private static final int LAST = 4;
  private static final int SHORT = 6;
  private static final int LAST_OF_SHORT = 2;
  private static final int YEAR = 4;
  private static final String HIDDEN = "***";

  /** What stands in place of the name of who was erased: there is nothing to hide (V041). */
  private static final String ERASED = "（已删除）";

  private static final AddressReader READER = new AddressReader(Gazetteer.EMPTY);

  private Mask() {}

  /** A value of a field as it may be shown to anybody who sees the field; null stays null. */
  static @Nullable String of(PersonField field, @Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (field) {
      case NAME -> name(value);
      case DOCUMENT_NUMBER, PHONE, REGISTRATION_BOOK, RESIDENCE_PERMIT -> number(value);
      case BIRTH_DATE -> value.substring(0, YEAR) + "-**-**";
      case REGISTERED_ADDRESS -> address(value);
      case ETHNICITY -> HIDDEN;
      case SEX, NATIONALITY -> value;
    };
  }

  private static String name(String value) {
    if (value.equals(ERASED)) {
      return value;
    }
    int characters = value.codePointCount(0, value.length());
    return characters > 1
        ? value.substring(0, value.offsetByCodePoints(0, 1)) + "*".repeat(characters - 1)
        : "*";
  }

  private static String number(String value) {
    int length = value.length();
    int first = length >= LONG ? FIRST : 0;
    int last = length >= LONG ? LAST : length >= SHORT ? LAST_OF_SHORT : 0;
    return value.substring(0, first)
        + "*".repeat(length - first - last)
        + value.substring(length - last);
  }

  /**
   * Divisions that follow one another from the first character on; what else was read is hidden.
   */
  private static String address(String value) {
    Map<Component, Span> spans = READER.read(value).spans();
    int end = 0;
    for (Component component : Component.values()) {
      Span span = spans.get(component);
      if (component.isDivision() && span != null && span.from() == end) {
        end = span.to();
      }
    }
    return end == value.length() ? value : value.substring(0, end) + HIDDEN;
  }
}
