package org.shuangshi.registry.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.GeometryFactory;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.area.AreaStatement;
import org.shuangshi.registry.request.When;
import org.springframework.jdbc.core.namedparam.EmptySqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/**
 * Every statement of the service is one the migrated database understands, and its header says the
 * truth: purpose, what goes in, what comes out, and the plan it is written for.
 */
class StatementTest {
  private static final List<Area> AREAS =
      List.of(
          new Area.OfGrid(""),
          new Area.OfRegion(""),
          new Area.OfShape(new GeometryFactory().createPolygon()),
          new Area.Everywhere());

  /** With the belief of now, and with that of an instant. */
  private static final List<When> BELIEFS =
      List.of(
          When.of(LocalDate.EPOCH),
          new When(LocalDate.EPOCH, LocalDate.EPOCH.atStartOfDay().atOffset(ZoneOffset.UTC)));

  private static final Path SQL = Path.of("src/main/resources/sql");
  private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");
  private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)");

  @AutoClose private static final Connection connection = RunningService.shared().connect();

  static Stream<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(SQL)) {
      return all
          .filter(file -> file.toString().endsWith(".sql"))
          .map(file -> SQL.relativize(file).toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void theHeaderHasItsFourLines(String file) throws IOException {
    List<String> lines = Files.readAllLines(SQL.resolve(file));
    assertThat(lines.get(0)).startsWith("-- purpose: ").doesNotEndWith(".");
    assertThat(lines.get(1)).startsWith("-- in: ");
    assertThat(lines.get(2)).startsWith("-- out: ");
    assertThat(lines.get(3)).matches("-- plan: (point|window|scan)");
    assertThat(String.join("\n", lines)).as("one statement a file").doesNotContain(";\n");
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatGoesInIsWhatTheHeaderSays(String file) throws IOException {
    Set<String> used = new TreeSet<>();
    PARAMETER.matcher(Sql.of(file)).results().forEach(found -> used.add(found.group(1)));
    assertThat(named(header(file, "in"))).containsExactlyInAnyOrderElementsOf(used);
    assertThat(header(file, "in").contains("#within#"))
        .isEqualTo(Sql.of(file).contains("#within#"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void theDatabaseUnderstandsItAndGivesWhatTheHeaderSays(String file)
      throws SQLException, IOException {
    for (String statement : each(file)) {
      try (PreparedStatement prepared =
          connection.prepareStatement(
              NamedParameterUtils.substituteNamedParameters(
                  statement, EmptySqlParameterSource.INSTANCE))) {
        assertThat(prepared.getParameterMetaData()).isNotNull();
        assertThat(columns(prepared.getMetaData()))
            .isEqualTo(new TreeSet<>(named(header(file, "out"))));
      }
    }
  }

  private static Set<String> columns(@Nullable ResultSetMetaData described) throws SQLException {
    Set<String> columns = new TreeSet<>();
    for (int i = 1; described != null && i <= described.getColumnCount(); i++) {
      columns.add(described.getColumnLabel(i));
    }
    return columns;
  }

  /** The statement for each kind of area, where it has such, in the belief of now and once. */
  private static List<String> each(String file) {
    if (Sql.of(file).contains("#within#")) {
      return AREAS.stream()
          .flatMap(area -> BELIEFS.stream().map(when -> AreaStatement.of(file).text(area, when)))
          .toList();
    }
    return Sql.of(file).contains("unit_occupancy") && Sql.header(file, "occupancy of").isEmpty()
        ? List.of(Sql.of(file))
        : BELIEFS.stream().map(when -> BeliefStatement.of(file).text(when)).distinct().toList();
  }

  private static String header(String file, String what) throws IOException {
    String mark = "-- " + what + ": ";
    return Files.readAllLines(SQL.resolve(file)).stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .findFirst()
        .orElseThrow();
  }

  /** Names of a header's list: "z, x, y int (remark), asOf date" has z, x, y and asOf. */
  private static List<String> named(String list) {
    String plain = REMARK.matcher(list.replaceAll("#within#[^,]*,", "")).replaceAll("");
    if (plain.strip().equals("nothing")) {
      return List.of();
    }
    return new ArrayList<>(
        Arrays.stream(plain.split(","))
            .map(String::strip)
            .map(item -> item.split("\\s+")[0].replace("?", ""))
            .toList());
  }
}
