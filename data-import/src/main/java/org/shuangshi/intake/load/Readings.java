package org.shuangshi.intake.load;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways cells are read. Full-width digits and signs count as half-width in all but free text.
 */
final class Readings {

  /** 2024-05-01, 2024/5/1, 2024.5.1, 2024年5月1日, 20240501, each also followed by a time of day. */
  private static final Pattern DATE =
      Pattern.compile(
          "([0-9]{4})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))(?:[T ].*)?");

  private Readings() {}

  static Object text(Object raw) throws ValueFault {
    return storable(plain(raw));
  }

  /** PostgreSQL has no text with a NUL in it: one would fail the whole import. */
  private static String storable(String text) throws ValueFault {
    if (text.indexOf('\0') >= 0) {
      throw new ValueFault("value.control", "含有不可见的控制字符");
    }
    return text;
  }

  static Object list(Object raw) throws ValueFault {
    List<String> parts = new ArrayList<>();
    for (String part : ((String) text(raw)).split("[;；]")) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  static Object date(Object raw) throws ValueFault {
    if (raw instanceof LocalDate date) {
      return date;
    }
    Matcher matcher = DATE.matcher(halfWidth(raw));
    if (!matcher.matches()) {
      throw new ValueFault("value.date", "“" + shown(raw) + "”不是日期，应写成 2024-05-01");
    }
    boolean compact = matcher.group(4) != null;
    try {
      return LocalDate.of(
          Integer.parseInt(matcher.group(1)),
          Integer.parseInt(compact ? matcher.group(4) : matcher.group(2)),
          Integer.parseInt(compact ? matcher.group(5) : matcher.group(3)));
    } catch (DateTimeException e) {
      throw new ValueFault("value.date", "“" + shown(raw) + "”不是存在的日期");
    }
  }

  static Object flag(Object raw) throws ValueFault {
    if (raw instanceof Boolean flag) {
      return flag;
    }
    return switch (halfWidth(raw).toLowerCase(Locale.ROOT)) {
      case "true", "1", "是", "y", "yes", "t" -> true;
      case "false", "0", "否", "n", "no", "f" -> false;
      default -> throw new ValueFault("value.flag", "“" + shown(raw) + "”应为 是 或 否");
    };
  }

  static Reading integer(long least, long most) {
    return raw -> {
      BigDecimal number = number(raw);
      try {
        long whole = number.longValueExact();
        if (whole < least || whole > most) {
          throw outside(raw, least, most);
        }
        return whole;
      } catch (ArithmeticException e) {
        throw new ValueFault("value.number", "“" + shown(raw) + "”应为整数");
      }
    };
  }

  /** Digits that identify, such as a code: a number in the file loses its decimal point. */
  static Object digits(Object raw) throws ValueFault {
    if (raw instanceof Double number && number == Math.rint(number)) {
      return BigDecimal.valueOf(number).toBigInteger().toString();
    }
    return storable(halfWidth(raw));
  }

  static Reading decimal(double least, double most) {
    return raw -> {
      BigDecimal number = number(raw);
      double value = number.doubleValue();
      if (value < least || value > most) {
        throw outside(raw, least, most);
      }
      return number;
    };
  }

  /** One of these words. */
  static Reading word(Map<String, String> words) {
    return new WordReading(words);
  }

  private static BigDecimal number(Object raw) throws ValueFault {
    if (raw instanceof Long whole) {
      return BigDecimal.valueOf(whole);
    }
    try {
      return new BigDecimal(halfWidth(raw).replace(",", ""));
    } catch (NumberFormatException e) {
      throw new ValueFault("value.number", "“" + shown(raw) + "”不是数字");
    }
  }

  private static ValueFault outside(Object raw, Number least, Number most) {
    return new ValueFault("value.range", "“" + shown(raw) + "”应在 " + least + " 到 " + most + " 之间");
  }

  static String halfWidth(Object raw) {
    return Normalizer.normalize(plain(raw), Normalizer.Form.NFKC);
  }

  private static String plain(Object raw) {
    return raw.toString().strip();
  }

  static String shown(Object raw) {
    String text = plain(raw);
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
