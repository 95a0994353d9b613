package org.shuangshi.intake.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.shuangshi.intake.load.Column.By;
import org.shuangshi.intake.load.Column.Reference;

/**
 * Judges staged rows against each other and against what they refer to; takes the bad ones away.
 */
final class StageCheck {

  private static final List<String> PERSON_ONLY =
      List.of("unit", "address", "household", "role", "relation", "main", "moved_in", "moved_out");

  private static final List<String> DAYS = List.of("since", "until");

  private final LoadSql sql;
  private final Kind kind;
  private final Issues issues;

  StageCheck(LoadSql sql, Kind kind, Issues issues) {
    this.sql = sql;
    this.kind = kind;
    this.issues = issues;
  }

  /**
   * Keys that occur more than once: equal rows are one row, differing ones nobody can choose from.
   */
  void keys(boolean keyChosen) throws SQLException {
    List<String> content = Staging.contentColumns(kind);
    if (kind == Kind.PEOPLE) {
      // One person may have several residences, but is one person.
      List<String> person = new ArrayList<>(content);
      person.removeAll(PERSON_ONLY);
      sql.run(StageSql.repeated(List.of("key"), person));
      rejectDiffering();
      sql.run(StageSql.repeated(List.of("key", "unit"), content));
    } else {
      if (kind.mayComeInPieces() && !keyChosen) {
        tellPiecesApart(content);
      }
      sql.run(StageSql.repeated(List.of("key"), content));
    }
    sql.change(
        StageSql.dropEqual(),
        row ->
            issues.add(
                about(
                    Severity.WARNING,
                    "row.duplicate",
                    row.getLong(1),
                    row.getString(2),
                    "与第 " + row.getLong(3) + " 行完全相同，只登记一次")));
    rejectDiffering();
  }

  private void tellPiecesApart(List<String> content) throws SQLException {
    List<String> lasting = new ArrayList<>(content);
    lasting.removeAll(DAYS); // a piece has the same key whichever day its file comes in
    sql.run(StageSql.repeated(List.of("key"), lasting));
    long pieces = sql.runWith(StageSql.tellPiecesApart(), "");
    if (pieces > 0) {
      issues.add(
          Issue.ofFile(
              Severity.NOTICE, "key.shared", pieces + " 行与别的行主键相同而内容不同，当作同一要素被切开的几块，主键后加内容散列值"));
    }
    sql.drop("repeated");
  }

  private void rejectDiffering() throws SQLException {
    sql.change(
        StageSql.rejectDiffering(),
        row ->
            issues.add(
                about(
                    Severity.ERROR,
                    "key.duplicate",
                    row.getLong(1),
                    row.getString(2),
                    "文件里有几行主键相同而内容不同，无法判断取哪一行")));
    sql.drop("repeated");
  }

  /** Areas that are the same, texts that are the same: taken, and named. */
  void likenesses(String source) throws SQLException {
    if (kind.warnsOfSameGeometry()) {
      likeness(
          kind == Kind.REGIONS ? "same_region" : "same_geometry",
          "geometry.duplicate",
          "图形与第 %d 行（主键 %s）完全相同");
    }
    if (kind == Kind.ADDRESSES) {
      likeness("same_text", "address.duplicate", "标准地址与第 %d 行（主键 %s）相同，全市应唯一");
      textsHeld(source);
    }
  }

  private void textsHeld(String source) throws SQLException {
    sql.queryWith(
        LoadSql.named("text_held"),
        source,
        row ->
            issues.add(
                new Issue(
                    Severity.WARNING,
                    "address.text-taken",
                    row.getLong("line"),
                    row.getString("key"),
                    row.getObject("lon", Double.class),
                    row.getObject("lat", Double.class),
                    "登记库里编号 " + row.getLong("held") + " 的地址已是这个标准地址，全市应唯一")));
  }

  private void likeness(String statement, String code, String message) throws SQLException {
    sql.query(
        LoadSql.named(statement),
        row ->
            issues.add(
                new Issue(
                    Severity.WARNING,
                    code,
                    row.getLong("line"),
                    row.getString("key"),
                    row.getObject("lon", Double.class),
                    row.getObject("lat", Double.class),
                    String.format(
                        message, row.getLong("first_line"), row.getString("first_key")))));
  }

  /** What rows refer to: found in the same source, else the only one of that name in any. */
  void references(String source, TextLinks texts) throws SQLException {
    for (Column column : kind.columns()) {
      Reference reference = column.reference();
      if (reference == null) {
        continue;
      }
      if (reference.by() == By.KEY) {
        sql.runWith(StageSql.referenceByKey(column, reference.table()), source);
      } else {
        sql.run(StageSql.referenceByCode(column, reference.table()));
      }
      texts.settle(column);
      sql.run("ANALYZE " + StageSql.reference(column));
      sql.change(
          StageSql.rejectUnresolved(column),
          row ->
              issues.add(
                  about(
                      Severity.ERROR,
                      row.getLong(4) > 1 ? "reference.ambiguous" : "reference.unknown",
                      row.getLong(1),
                      row.getString(2),
                      "列 "
                          + column.name()
                          + " 指向的“"
                          + row.getString(3)
                          + (row.getLong(4) > 1 ? "”在几个来源里都有" : "”不在登记库里"))));
    }
  }

  /** Where rows lie; those outside every community are taken, and counted. */
  void places() throws SQLException {
    sql.run(LoadSql.named("place"));
    sql.run("ANALYZE place");
    new Placing(sql).place();
    sql.query(
        LoadSql.named("outside"),
        row ->
            issues.add(
                new Issue(
                    Severity.WARNING,
                    "region.outside",
                    row.getLong("line"),
                    row.getString("key"),
                    row.getObject("lon", Double.class),
                    row.getObject("lat", Double.class),
                    "不在任何社区范围内")));
  }

  /** Leaves nothing behind for the next file. */
  void dropAll() throws SQLException {
    for (Column column : kind.columns()) {
      if (column.reference() != null) {
        sql.drop(StageSql.reference(column));
      }
    }
    for (String temporary : List.of("place", "placed", "stage")) {
      sql.drop(temporary);
    }
  }

  private static Issue about(
      Severity severity, String code, long line, String key, String message) {
    return new Issue(severity, code, line, key, null, null, message);
  }
}
