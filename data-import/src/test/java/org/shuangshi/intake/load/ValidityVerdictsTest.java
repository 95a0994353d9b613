package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.geometry.GeometryCheck;
import org.shuangshi.intake.database.TestDatabase;

/**
 * The 839 geometry cases: what their own verdict, PostGIS and we say. Where the three are not of
 * one mind is written in {@code data-import/docs/validity-differences.csv}, which this test holds
 * to what it finds.
 */
@EnabledIfEnvironmentVariable(named = "REGISTRY_TEST_DATA", matches = ".+")
class ValidityVerdictsTest {

  private static final Path TABLE = Path.of("docs", "validity-differences.csv");

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void theDifferencesAreTheOnesThatAreWrittenDown() throws Exception {
    Path cases =
        Path.of(
            System.getenv("REGISTRY_TEST_DATA"),
            "import-cases/invalid-geometry/jts_valid_cases.csv");
    List<String> found = new ArrayList<>();
    found.add("case,verdict,postgis,ours,postgis says,wkt");
    int read = 0;
    try (FeatureReader reader = FeatureFiles.open(cases, null);
        Connection connection = database.connect()) {
      int name = reader.schema().indexOf("desc");
      int verdict = reader.schema().indexOf("is_valid");
      int wkt = reader.schema().indexOf("wkt");
      for (Feature row = reader.next(); row != null; row = reader.next()) {
        read++;
        String text = String.valueOf(row.values().get(wkt));
        String said = "true".equals(row.values().get(verdict)) ? "valid" : "invalid";
        String ours = ours(text);
        String[] theirs = postgis(connection, text);
        if (!said.equals(ours) || !said.equals(theirs[0])) {
          found.add(
              "%d %s,%s,%s,%s,%s,%s"
                  .formatted(
                      row.row(),
                      quoted(String.valueOf(row.values().get(name))),
                      said,
                      theirs[0],
                      ours,
                      quoted(theirs[1]),
                      quoted(text.length() > 120 ? text.substring(0, 120) + "…" : text)));
        }
      }
    }
    assertThat(read).isEqualTo(839);
    String table = String.join("\n", found) + "\n";
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "validity-differences.csv"), table);
    assertThat(TABLE).as("compare with target/validity-differences.csv").hasContent(table);
  }

  private static String quoted(String text) {
    return '"' + text.replace('"', '\'').replace('\n', ' ') + '"';
  }

  private static String ours(String wkt) {
    try {
      return GeometryCheck.validityFault(new WKTReader().read(wkt)).isEmpty() ? "valid" : "invalid";
    } catch (ParseException | IllegalArgumentException e) {
      return "unreadable";
    }
  }

  /** What PostGIS makes of it, and its words. */
  private static String[] postgis(Connection connection, String wkt) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT ST_IsValid(g), ST_IsValidReason(g) FROM (SELECT ST_GeomFromText(?) AS g) t")) {
      statement.setString(1, wkt);
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        return new String[] {answer.getBoolean(1) ? "valid" : "invalid", answer.getString(2)};
      }
    } catch (SQLException e) {
      return new String[] {
        "unreadable", String.valueOf(e.getMessage()).lines().findFirst().orElse("")
      };
    }
  }
}
