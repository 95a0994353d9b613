package org.shuangshi.intake.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.shuangshi.intake.load.ImportSummary.Matched;
import org.shuangshi.intake.match.AddressLinker;
import org.shuangshi.intake.match.Target;

/**
 * Columns that name a thing by the text of its address where others give its key. A row that has
 * the key is not asked for the text; one whose text leads to one thing alone goes on as if it had
 * given that thing's key.
 *
 * <p>A thing of another source whose key means something else here is called {@code source|key},
 * and {@link #settle} says what that is.
 */
final class TextLinks {

  /**
   * A column of texts.
   *
   * @param text its name
   * @param key the column of keys it stands for
   * @param kept whether a row stays, without the link, when its text leads to nothing
   */
  record Pair(String text, String key, Target target, boolean kept) {}

  private static final List<Pair> TO_UNIT =
      List.of(new Pair("address", "unit", Target.UNIT, false));
  private static final Pair TO_ADDRESS = new Pair("address_text", "address", Target.ADDRESS, true);

  private static final Map<Kind, List<Pair>> PAIRS =
      new EnumMap<>(
          Map.of(
              Kind.PEOPLE,
              TO_UNIT,
              Kind.HOUSEHOLDS,
              TO_UNIT,
              Kind.EVIDENCE,
              TO_UNIT,
              Kind.ORGANISATIONS,
              List.of(new Pair("address", "unit", Target.UNIT, true)),
              Kind.UNITS,
              List.of(new Pair("building_address", "building", Target.BUILDING, false), TO_ADDRESS),
              Kind.BUILDINGS,
              List.of(TO_ADDRESS)));

  /** Kinds whose key column is needed, so that one of the two must be there. */
  private static final Set<Kind> NEEDING = Set.of(Kind.HOUSEHOLDS, Kind.EVIDENCE, Kind.UNITS);

  /** May be a telephone or a document: not repeated. */
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9０-９]{6,}[0-9０-９Xx]*");

  private final LoadSql sql;
  private final Kind kind;
  private final Issues issues;
  private final Set<Pair> used = new LinkedHashSet<>();

  TextLinks(LoadSql sql, Kind kind, Issues issues) {
    this.sql = sql;
    this.kind = kind;
    this.issues = issues;
  }

  /** Of a file's columns: what is missing to say what its rows are about; empty where nothing. */
  static List<String> missing(Kind kind, Set<String> present) {
    return NEEDING.contains(kind)
        ? pairs(kind).stream()
            .filter(pair -> !pair.kept())
            .filter(pair -> !present.contains(pair.key()) && !present.contains(pair.text()))
            .map(pair -> pair.key() + " 或 " + pair.text())
            .toList()
        : List.of();
  }

  /** Rejects a row that says what it is about neither by key nor by text. */
  static void require(Kind kind, Row row) {
    for (Pair pair : pairs(kind)) {
      if (NEEDING.contains(kind)
          && !pair.kept()
          && row.get(pair.key()) == null
          && row.get(pair.text()) == null) {
        row.reject("value.missing", "列 " + pair.key() + " 和 " + pair.text() + " 都是空的");
      }
    }
  }

  private static List<Pair> pairs(Kind kind) {
    return PAIRS.getOrDefault(kind, List.of());
  }

  /** Gives the staged rows the keys their texts lead to; takes away those that lead to none. */
  Matched link(String source) throws SQLException {
    Matched all = Matched.NONE;
    for (Pair pair : pairs(kind)) {
      sql.run(TextLinkSql.rows(kind, pair));
      sql.run("ANALYZE said_row");
      if (sql.any("said_row")) {
        sql.run(TextLinkSql.said());
        sql.run("ANALYZE said");
        new AddressLinker(sql.connection()).link(pair.target());
        all = all.plus(counted());
        tell(pair);
        write(pair, source);
        sql.drop("said");
      }
      sql.drop("said_row");
    }
    if (kind == Kind.BUILDINGS) {
      byPosition(source);
    }
    return all;
  }

  /** Buildings that say nothing of an address, and the one that lies in them or close by. */
  private void byPosition(String source) throws SQLException {
    sql.run(LoadSql.named("near_address"));
    sql.run("ANALYZE answer");
    if (sql.any("answer")) {
      sql.run("CREATE TEMP TABLE said_row ON COMMIT DROP AS SELECT n AS line, n FROM answer");
      sql.query(TextLinkSql.NEAR, row -> issues.add(near(row)));
      write(TO_ADDRESS, source);
      sql.drop("said_row");
    }
    sql.drop("answer");
  }

  private void write(Pair pair, String source) throws SQLException {
    sql.run(TextLinkSql.linkedTable(pair));
    sql.runWith(TextLinkSql.linked(pair), source);
    sql.run("ANALYZE " + TextLinkSql.linkedTo(pair));
    sql.run(TextLinkSql.write(pair));
    sql.run("ANALYZE stage");
    sql.drop("answer");
    used.add(pair);
  }

  /** Once keys were looked up: what those mean that texts led to. */
  void settle(Column column) throws SQLException {
    for (Pair pair : used) {
      if (pair.key().equals(column.name())) {
        sql.run(TextLinkSql.settle(column, pair));
        sql.drop(TextLinkSql.linkedTo(pair));
      }
    }
  }

  private Matched counted() throws SQLException {
    Matched[] counted = {Matched.NONE};
    sql.query(
        TextLinkSql.COUNT,
        row ->
            counted[0] =
                new Matched(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    return counted[0];
  }

  private void tell(Pair pair) throws SQLException {
    sql.query(TextLinkSql.ALIKE, row -> issues.add(alike(row)));
    sql.query(TextLinkSql.UNREAD, row -> issues.add(unread(row)));
    if (pair.kept()) {
      sql.query(TextLinkSql.LOST, row -> issues.add(lost(row, pair, Severity.WARNING)));
    } else {
      sql.change(TextLinkSql.rejectLost(), row -> issues.add(lost(row, pair, Severity.ERROR)));
    }
  }

  /** What lies elsewhere than what it is said to be of; once keys were looked up. */
  void contradictions() throws SQLException {
    switch (kind) {
      case BUILDINGS ->
          sql.query(
              LoadSql.named("far_address"),
              row ->
                  issues.add(
                      about(
                          row,
                          Severity.WARNING,
                          "building.address-far",
                          "地址“"
                              + row.getString("held")
                              + "”的位置不在图形内，相距 "
                              + Math.round(row.getDouble("metres"))
                              + " 米")));
      case ADDRESSES ->
          sql.query(
              LoadSql.named("other_building"),
              row ->
                  issues.add(
                      about(
                          row,
                          Severity.WARNING,
                          "address.other-building",
                          "位置在“" + row.getString("held") + "”的图形内，地址写的是" + row.getString("said"))));
      default -> {
        // nothing else has both a text and a place
      }
    }
  }

  private static Issue near(ResultSet row) throws SQLException {
    return about(
        row,
        Severity.NOTICE,
        "building.address-near",
        "按位置和号码认定地址为“"
            + row.getString("held")
            + "”，相距 "
            + Math.round(row.getDouble("metres"))
            + " 米");
  }

  private static Issue alike(ResultSet row) throws SQLException {
    return about(
        row,
        Severity.NOTICE,
        "address.similar",
        "按“" + row.getString("held") + "”登记，与所写有出入：" + row.getString("why"));
  }

  private static Issue unread(ResultSet row) throws SQLException {
    String left = LONG_NUMBER.matcher(row.getString("unread")).replaceAll("…");
    return about(row, Severity.WARNING, "address.unread", "地址中有没有读懂的部分：" + left);
  }

  private static Issue lost(ResultSet row, Pair pair, Severity severity) throws SQLException {
    long found = row.getLong("found");
    boolean several = row.getBoolean("several") || found > 1;
    StringBuilder words = new StringBuilder(several ? "地址不能确定：" : "按地址没有找到：");
    if (found > 1) {
      words.append("有 ").append(found).append(" 个").append(pair.target().label()).append("是这个地址");
    } else if (row.getObject("address") != null) {
      words.append("登记库有这个地址，但当天没有").append(pair.target().label()).append("用它");
    } else {
      words.append(row.getString("why"));
    }
    String candidates = row.getString("candidates");
    if (candidates != null && !candidates.isEmpty()) {
      words.append(several ? "；可能是：" : "；相近的有：").append(candidates);
    }
    return about(
        row, severity, several ? "address.ambiguous" : "address.unmatched", words.toString());
  }

  private static Issue about(ResultSet row, Severity severity, String code, String message)
      throws SQLException {
    return new Issue(
        severity,
        code,
        row.getLong("line"),
        row.getString("key"),
        row.getObject("lon", Double.class),
        row.getObject("lat", Double.class),
        message);
  }
}
