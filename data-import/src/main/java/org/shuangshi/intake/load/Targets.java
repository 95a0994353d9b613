package org.shuangshi.intake.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.mapping.Nature;
import org.shuangshi.intake.mapping.Synonyms;
import org.shuangshi.intake.mapping.Target;

/** The columns of a kind as what a file's columns may be. */
final class Targets {

  /** First and last day of what a row says, of files of any kind. */
  static final Column VALID_FROM = Column.read("valid_from", Readings::date, "生效日期");

  static final Column VALID_TO = Column.read("valid_to", Readings::date, "失效日期");

  private static final Map<String, Nature> BY_NAME =
      Map.of(
          "document_number", Nature.DOCUMENT,
          "phone", Nature.PHONE,
          "credit_code", Nature.CREDIT_CODE,
          "registered_address", Nature.ADDRESS,
          "registered_region_code", Nature.REGION_CODE,
          "seen_by", Nature.PERSON_NAME);

  /** Texts of addresses, where a column of the name is none of keys. */
  private static final Set<String> ADDRESS_TEXTS =
      Set.of("address", "address_text", "building_address");

  private static final Set<Kind> OF_PERSONS = Set.of(Kind.PEOPLE, Kind.STAFF);

  private Targets() {}

  /** All a file of the kind may have. */
  static List<Target> of(Kind kind) {
    List<Target> targets = new ArrayList<>();
    Stream.concat(kind.columns().stream(), Stream.of(VALID_FROM, VALID_TO))
        .forEach(column -> targets.add(target(kind, column)));
    return targets;
  }

  private static Target target(Kind kind, Column column) {
    List<String> names = new ArrayList<>();
    names.add(column.name());
    names.addAll(column.aliases());
    names.addAll(Synonyms.of(kind.word(), column.name()));
    return new Target(
        column.name(),
        column.aliases().isEmpty() ? column.name() : column.aliases().get(0),
        names,
        column.required(),
        nature(kind, column),
        column.reading() instanceof WordReading word ? word.words() : Map.of(),
        raw -> read(column.reading(), raw) != null);
  }

  private static Nature nature(Kind kind, Column column) {
    Nature named = BY_NAME.get(column.name());
    if (named != null) {
      return named;
    }
    if (column.reference() != null) {
      return Nature.REFERENCE;
    }
    if (ADDRESS_TEXTS.contains(column.name())) {
      return Nature.ADDRESS;
    }
    if (column.name().equals("name") && OF_PERSONS.contains(kind)) {
      return Nature.PERSON_NAME;
    }
    if (column.name().equals("text") && kind == Kind.ADDRESSES) {
      return Nature.ADDRESS;
    }
    if (column.name().equals("code") && kind == Kind.GRIDS) {
      return Nature.GRID_CODE;
    }
    if (column.name().equals("code") && kind == Kind.REGIONS) {
      return Nature.REGION_CODE;
    }
    return byReading(column.reading());
  }

  /** What it makes of a word, a day and a year: numbers have bounds, and one of these is inside. */
  private static Nature byReading(Reading reading) {
    if (reading instanceof WordReading) {
      return Nature.WORD;
    }
    if (read(reading, "2024-05-01") instanceof LocalDate) {
      return Nature.DATE;
    }
    if (read(reading, "是") instanceof Boolean) {
      return Nature.FLAG;
    }
    return read(reading, "1") instanceof Number || read(reading, "1990") instanceof Number
        ? Nature.NUMBER
        : Nature.TEXT;
  }

  private static @Nullable Object read(Reading reading, Object raw) {
    try {
      return reading.read(raw);
    } catch (ValueFault fault) {
      return null;
    }
  }
}
