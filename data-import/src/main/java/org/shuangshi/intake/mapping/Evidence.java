package org.shuangshi.intake.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.shuangshi.gis.address.AddressReader;
import org.shuangshi.gis.address.Component;
import org.shuangshi.gis.address.MemoryGazetteer;
import org.shuangshi.gis.code.CitizenId;
import org.shuangshi.gis.code.CreditCode;

/** What the values of one column of a file say of what it is. */
final class Evidence {

  /** Fewer values prove nothing by themselves. */
  static final int FEW = 5;

  /** A column of words has no more than these. */
  private static final int MOST_WORDS = 40;

  private static final int ADDRESSES_READ = 200;
  private static final int ADDRESS_PARTS = 2;

  private static final Pattern PHONE =
      Pattern.compile(
          "(?:\\+?86[- ]?)?1[0-9]{2}[- ]?[0-9]{4}[- ]?[0-9]{4}|0[0-9]{2,3}[- ]?[0-9]{7,8}");
  private static final Pattern REGION = Pattern.compile("[1-9][0-9]{5}(?:[0-9]{3}(?:[0-9]{3})?)?");
  private static final Pattern GRID = Pattern.compile("[1-9][0-9]{14}");

  /** The hundred most common family names cover some 85 % of the people. */
  private static final String FAMILY_NAMES =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
          + "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

  private static final Pattern NAME = Pattern.compile("\\p{IsHan}{2,4}(?:·\\p{IsHan}{1,6})?");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2}");

  /** One of these is in any address. */
  private static final Set<Component> PLACES =
      Set.of(
          Component.CITY,
          Component.DISTRICT,
          Component.STREET,
          Component.COMMUNITY,
          Component.ROAD,
          Component.ESTATE);

  private static final AddressReader READER = new AddressReader(new MemoryGazetteer());

  private final List<Object> values;
  private final Set<String> distinct = new HashSet<>();

  Evidence(List<Object> values) {
    this.values = values;
    values.forEach(value -> distinct.add(text(value)));
  }

  int count() {
    return values.size();
  }

  int distinct() {
    return distinct.size();
  }

  boolean isMostlyDistinct() {
    return distinct.size() * 2 > values.size();
  }

  boolean looksLikeWords() {
    return distinct.size() <= MOST_WORDS && distinct.stream().noneMatch(Evidence::isNumber);
  }

  /** Share of the values, 0 to 1, that can be the field's; 0 where there are none. */
  double share(Target target) {
    if (values.isEmpty()) {
      return 0;
    }
    return switch (target.nature()) {
      case DOCUMENT, PHONE, CREDIT_CODE, REGION_CODE, GRID_CODE, PERSON_NAME, ADDRESS ->
          share(target.nature());
      default -> (double) values.stream().filter(target.reads()).count() / values.size();
    };
  }

  /** The same for natures that need no field to be told; 0 for the others. */
  double share(Nature nature) {
    return switch (nature) {
      case DOCUMENT -> texts(text -> CitizenId.find(text).isPresent());
      case PHONE -> texts(text -> PHONE.matcher(text).matches());
      case CREDIT_CODE -> texts(text -> CreditCode.valid(text.toUpperCase(Locale.ROOT)));
      case REGION_CODE -> texts(text -> REGION.matcher(text).matches());
      case GRID_CODE -> texts(text -> GRID.matcher(text).matches());
      case PERSON_NAME -> texts(Evidence::isName);
      case ADDRESS -> addresses();
      default -> 0;
    };
  }

  private double texts(Predicate<String> fits) {
    if (values.isEmpty()) {
      return 0;
    }
    long fitting = values.stream().map(Evidence::text).filter(fits).count();
    return (double) fitting / values.size();
  }

  private double addresses() {
    List<String> read = distinct.stream().limit(ADDRESSES_READ).toList();
    long fitting = read.stream().filter(Evidence::isAddress).count();
    return read.isEmpty() ? 0 : (double) fitting / read.size();
  }

  private static boolean isAddress(String text) {
    if (!HAN.matcher(text).find()) {
      return false; // bare numbers are read as doors and rooms
    }
    Set<Component> parts = READER.read(text).spans().keySet();
    return parts.size() >= ADDRESS_PARTS && parts.stream().anyMatch(PLACES::contains);
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches() && FAMILY_NAMES.indexOf(text.charAt(0)) >= 0;
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
  }

  private static String text(Object value) {
    if (value instanceof Double number && number == Math.rint(number)) {
      return Long.toString(number.longValue());
    }
    return value.toString();
  }
}
