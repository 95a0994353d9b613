package org.shuangshi.intake.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.intake.coordinate.Stated;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.keyring.TestKeys;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.mapping.Wish;

/** Imports of small files written on the spot, and questions to the register. */
final class Imports {

  private final TestDatabase database;
  private final Path directory;
  private String source = "trial";
  private Stated stated = Stated.NOTHING;
  private @Nullable String key;
  private boolean dryRun;
  private boolean accept;
  private LocalDate from = LocalDate.of(2024, 1, 1);
  private Wish wish = Wish.NONE;
  private int files;

  Imports(TestDatabase database, Path directory) {
    this.database = database;
    this.directory = directory;
  }

  Imports source(String name) {
    source = name;
    return this;
  }

  Imports crs(@Nullable Crs system) {
    stated = Stated.of(system);
    return this;
  }

  Imports stated(Stated coordinates) {
    stated = coordinates;
    return this;
  }

  Imports key(@Nullable String column) {
    key = column;
    return this;
  }

  Imports dryRun(boolean dry) {
    dryRun = dry;
    return this;
  }

  Imports accept(boolean anomalies) {
    accept = anomalies;
    return this;
  }

  Imports wish(Wish wanted) {
    wish = wanted;
    return this;
  }

  Imports from(LocalDate day) {
    from = day;
    return this;
  }

  /** Imports a CSV of these lines. */
  ImportSummary csv(Kind kind, String... lines) throws Exception {
    return file(kind, write(".csv", String.join("\n", lines) + "\n"));
  }

  /** Imports a GeoJSON of these features, each as {@link #feature} writes it. */
  ImportSummary geojson(Kind kind, String... features) throws Exception {
    return file(kind, geojsonFile(features));
  }

  Path geojsonFile(String... features) {
    return write(
        ".geojson",
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4490\"}},"
            + "\"features\":["
            + String.join(",\n", features)
            + "]}");
  }

  ImportSummary file(Kind kind, Path file) throws Exception {
    return files(List.of(new SourceFile(file, kind)));
  }

  ImportSummary files(List<SourceFile> list) throws Exception {
    return run(list, ImportProgress.SILENT, BeforeCommit.nothing());
  }

  ImportSummary run(
      List<SourceFile> list, ImportProgress progress, BeforeCommit<ImportSummary> beforeCommit)
      throws Exception {
    return new Importer(database.register(), TestKeys.ring())
        .run(
            new ImportRequest(
                list, source, key, stated, null, from, "tester", "trial", dryRun, accept, wish,
                null),
            progress,
            beforeCommit);
  }

  Path write(String ending, String text) {
    try {
      return Files.writeString(directory.resolve("file" + files++ + ending), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A feature; properties as JSON members, a square of {@code side} degrees from its corner. */
  static String square(String properties, double west, double south, double side) {
    double east = west + side;
    double north = south + side;
    return feature(
        properties,
        "Polygon",
        "[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]"
            .formatted(west, south, east, south, east, north, west, north, west, south));
  }

  static String feature(String properties, String type, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":{"
        + properties
        + "},\"geometry\":{\"type\":\""
        + type
        + "\",\"coordinates\":"
        + coordinates
        + "}}";
  }

  /** First column of all rows, as text. */
  List<String> ask(String sql) {
    List<String> answers = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(String.valueOf(rows.getString(1)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return answers;
  }

  long count(String sql) {
    return Long.parseLong(ask("SELECT count(*) FROM " + sql).get(0));
  }

  /** Everything in the register's tables, so that before and after can be compared. */
  String everything() {
    StringBuilder all = new StringBuilder();
    for (String table :
        ask(
            "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
                + " WHERE schemaname IN ('register', 'identity') ORDER BY 1")) {
      all.append(table)
          .append(
              ask(
                  "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM "
                      + table
                      + " t"))
          .append('\n');
    }
    return all.toString();
  }

  /** Codes of a file's issues, with their counts. */
  static List<String> codes(ImportSummary summary) {
    return summary.files().get(0).issues().stream()
        .map(issue -> issue.code() + " " + issue.count())
        .toList();
  }
}
