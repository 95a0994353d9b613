package org.shuangshi.intake.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.Field;
import org.shuangshi.gis.feature.GeometryHeaders;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.Guess;
import org.shuangshi.intake.mapping.Guesser;
import org.shuangshi.intake.mapping.Mapped;
import org.shuangshi.intake.mapping.Mapped.How;
import org.shuangshi.intake.mapping.Place;
import org.shuangshi.intake.mapping.Sample;
import org.shuangshi.intake.mapping.Target;
import org.shuangshi.intake.mapping.Wish;

/**
 * Finds the columns of a file: what was chosen first, then by header (English name or alias, in any
 * case, the name before its aliases), then what a guess is sure of.
 */
final class ColumnSearch {

  private static final List<String> KEY_NAMES = List.of("id", "osm_id", "编号", "主键");

  /** The first rows, read only where something is left to be guessed. */
  @FunctionalInterface
  interface Sampling {
    Sample read() throws FeatureFileException;
  }

  private final Kind kind;
  private final FeatureSchema schema;
  private final PlaceSearch places;
  private final Map<String, Integer> headers = new LinkedHashMap<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<Integer, Mapped.Use> uses = new TreeMap<>();
  private final Set<Integer> taken = new HashSet<>();
  private final List<String> said = new ArrayList<>();
  private final List<String> absent = new ArrayList<>();
  private List<Guess> guesses = List.of();

  /**
   * @param table whether the file is one, whose geometry is in columns too
   */
  ColumnSearch(Kind kind, FeatureSchema schema, boolean table) {
    this.kind = kind;
    this.places = new PlaceSearch(kind, schema, table);
    this.schema = schema;
    for (int i = 0; i < schema.fields().size(); i++) {
      headers.putIfAbsent(normal(schema.fields().get(i).name()), i);
    }
  }

  /**
   * Finds them.
   *
   * @param wish what was chosen: now, and a column that the file does not have refuses it; or when
   *     the source came before, and such a column is {@link #absent}
   * @throws ImportException {@code column.missing}, {@code key.unknown-column}, {@code
   *     mapping.unknown-column}, {@code mapping.unknown-field}, {@code mapping.twice}, {@code
   *     mapping.own-geometry}, {@code mapping.place-half}, {@code mapping.place-twice}
   */
  ColumnMapping find(@Nullable String keyColumn, Wish wish, Sampling sampling)
      throws ImportException, FeatureFileException {
    ColumnMapping mapping = look(keyColumn, wish, sampling);
    requireAll();
    places.require(positions, guesses);
    return mapping;
  }

  /** {@link #find}, whatever is missing. */
  ColumnMapping look(@Nullable String keyColumn, Wish wish, Sampling sampling)
      throws ImportException, FeatureFileException {
    Choice choice = wish.choice();
    boolean strict = wish.profile() == null;
    int key = keyField(keyColumn == null ? choice.key() : keyColumn, strict || keyColumn != null);
    choose(choice, strict);
    taken.add(key);
    for (Column column : columns()) {
      int field = positions.containsKey(column.name()) ? -1 : named(column, key);
      if (field >= 0) {
        use(field, column.name(), How.NAMED);
      }
    }
    places.named(positions, taken).forEach((name, field) -> use(field, name, How.NAMED));
    guess(sampling);
    List<String> ignored = new ArrayList<>();
    for (int i = 0; i < schema.fields().size(); i++) {
      String name = schema.fields().get(i).name();
      if (i != key && !uses.containsKey(i) && !GeometryHeaders.isKnown(name)) {
        ignored.add(name);
      }
    }
    Map<String, Integer> values = new HashMap<>(positions);
    values.keySet().removeAll(Place.FIELDS);
    Integer from = values.remove(Targets.VALID_FROM.name());
    Integer to = values.remove(Targets.VALID_TO.name());
    return new ColumnMapping(
        values,
        key,
        key < 0 ? "几何与属性的散列值" : schema.fields().get(key).name(),
        keyColumn != null || choice.key() != null,
        from == null ? -1 : from,
        to == null ? -1 : to,
        places.of(positions, taken),
        ignored,
        List.copyOf(uses.values()));
  }

  /** What was guessed: column by column, in Chinese. */
  List<String> said() {
    return said;
  }

  /** All guesses, also such as were not sure enough to be used. */
  List<Guess> guesses() {
    return guesses;
  }

  /** Columns that may hold the geometry of a table and are not used, as no guess was sure. */
  String proposedPlaces() {
    return places.isOpen(positions) ? places.proposed(guesses) : "";
  }

  /** Headers that were chosen once and are not in this file. */
  List<String> absent() {
    return absent;
  }

  private List<Column> columns() {
    return Stream.concat(kind.columns().stream(), Stream.of(Targets.VALID_FROM, Targets.VALID_TO))
        .toList();
  }

  private void choose(Choice choice, boolean strict) throws ImportException {
    Set<String> fields = new HashSet<>();
    columns().forEach(column -> fields.add(column.name()));
    places.targets().forEach(target -> fields.add(target.name()));
    for (Map.Entry<String, String> each : choice.columns().entrySet()) {
      String name = each.getValue();
      Integer column = headers.get(normal(each.getKey()));
      if (isOfTables(name)) {
        pass(each, column, strict);
        continue;
      }
      if (!name.equals(Choice.NOTHING) && !fields.contains(name)) {
        throw new ImportException("mapping.unknown-field", kind.label() + "没有字段“" + name + "”");
      }
      if (column == null && strict) {
        throw new ImportException(
            "mapping.unknown-column", "文件中没有列“" + each.getKey() + "”；文件中的列是：" + names());
      }
      if (positions.containsKey(name)) {
        throw new ImportException("mapping.twice", "字段 " + name + " 指定了不止一列");
      }
      if (column == null) {
        absent.add(each.getKey());
      } else if (name.equals(Choice.NOTHING)) {
        taken.add(column);
      } else {
        use(column, name, How.CHOSEN);
      }
    }
  }

  private boolean isOfTables(String field) {
    return kind.hasGeometry() && places.targets().isEmpty() && Place.FIELDS.contains(field);
  }

  /** Chosen once for a table of the source, it is passed over in a file with its own geometry. */
  private void pass(Map.Entry<String, String> chosen, @Nullable Integer column, boolean strict)
      throws ImportException {
    if (strict) {
      throw new ImportException(
          "mapping.own-geometry",
          "这种文件自己带有图形，列“" + chosen.getKey() + "”不能再当作 " + chosen.getValue());
    }
    if (column != null) {
      taken.add(column);
    }
  }

  private void guess(Sampling sampling) throws FeatureFileException {
    Set<Integer> busy = new HashSet<>(taken);
    for (int i = 0; i < schema.fields().size(); i++) {
      String name = schema.fields().get(i).name();
      if ((GeometryHeaders.isKnown(name) && !places.isOpen(positions))
          || Rejected.COLUMNS.contains(name)) {
        busy.add(i);
      }
    }
    busy.remove(-1);
    if (busy.size() >= schema.fields().size()) {
      return;
    }
    List<Target> targets = new ArrayList<>(Targets.of(kind));
    targets.addAll(places.targets());
    Set<String> found = new HashSet<>(positions.keySet());
    found.addAll(places.closed(positions));
    guesses = new Guesser(targets).guess(sampling.read(), busy, found);
    for (Guess guess : guesses) {
      if (guess.sure()) {
        use(guess.column(), guess.field(), How.GUESSED);
        said.add("列“" + header(guess.column()) + "”当作 " + guess.field() + "：" + guess.reason());
      }
    }
  }

  private void requireAll() throws ImportException {
    List<String> missing = new ArrayList<>();
    for (Column column : kind.columns()) {
      if (column.required() && !positions.containsKey(column.name())) {
        missing.add(column.name() + orAliases(column) + candidate(column));
      }
    }
    missing.addAll(TextLinks.missing(kind, positions.keySet()));
    if (!missing.isEmpty()) {
      throw new ImportException(
          "column.missing", "文件缺少必需的列：" + String.join("、", missing) + "；文件中的列是：" + names());
    }
  }

  private String candidate(Column column) {
    return guesses.stream()
        .filter(guess -> guess.field().equals(column.name()))
        .map(guess -> "，可能是“" + header(guess.column()) + "”")
        .findFirst()
        .orElse("");
  }

  private void use(int column, String name, How how) {
    positions.put(name, column);
    taken.add(column);
    uses.put(column, new Mapped.Use(header(column), name, how));
  }

  private String header(int column) {
    return schema.fields().get(column).name();
  }

  private int keyField(@Nullable String chosen, boolean strict) throws ImportException {
    Integer field = chosen == null ? null : headers.get(normal(chosen));
    if (chosen != null && field == null && strict) {
      throw new ImportException("key.unknown-column", "文件中没有指定的主键列“" + chosen + "”");
    }
    for (String name : KEY_NAMES) {
      field = field == null ? headers.get(name) : field;
    }
    return field == null ? -1 : field;
  }

  /** A key column may be a column of the kind as well: a grid known by its code. */
  private int named(Column column, int key) {
    List<String> names = new ArrayList<>(List.of(column.name()));
    names.addAll(column.aliases());
    for (String each : names) {
      Integer field = headers.get(normal(each));
      if (field != null && (field == key || !taken.contains(field))) {
        return field;
      }
    }
    return -1;
  }

  private static String orAliases(Column column) {
    return column.aliases().isEmpty() ? "" : "（" + String.join("/", column.aliases()) + "）";
  }

  private String names() {
    return String.join("、", schema.fields().stream().map(Field::name).toList());
  }

  private static String normal(String header) {
    return header.strip().toLowerCase(Locale.ROOT);
  }
}
