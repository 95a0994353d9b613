package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.crs.MapShift;
import org.shuangshi.gis.crs.Similarity;
import org.shuangshi.gis.crs.doctor.Belief;
import org.shuangshi.gis.crs.doctor.ControlFit;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.FeatureWriter;
import org.shuangshi.gis.feature.Field;
import org.shuangshi.gis.feature.FieldType;
import org.shuangshi.gis.feature.Format;
import org.shuangshi.gis.feature.GeometryType;
import org.shuangshi.intake.coordinate.Finding;
import org.shuangshi.intake.coordinate.Stated;
import org.shuangshi.intake.database.TestDatabase;

/**
 * Files of houses that were surveyed, made wrong in ways that are known, brought in by another
 * source: what is written is compared with where the houses are.
 */
class DoctorImportTest {

  private static final int HOUSES = 400;
  private static final double METRE = 1e-5;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Numbers of Xian 80 in the plane of 4549, as a city's might be. */
  private static final Similarity OLD =
      new Similarity(-115, -111, 1.000016, Math.toRadians(-3.0 / 3600));

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir Path directory;
  private final List<Polygon> houses = new ArrayList<>();
  private Imports imports;

  @BeforeEach
  void surveyed() throws Exception {
    imports = new Imports(database, directory).source("survey").key("id");
    Random random = new Random(7);
    for (int i = 0; i < HOUSES; i++) {
      double west = 121.48 + 0.03 * random.nextDouble();
      double south = 31.22 + 0.03 * random.nextDouble();
      double wide = 0.0001 + 0.0002 * random.nextDouble();
      houses.add(
          (Polygon) FACTORY.toGeometry(new Envelope(west, west + wide, south, south + 0.0001)));
    }
    if (imports.count("building") == 0) {
      imports.file(Kind.BUILDINGS, write(Format.GEOPACKAGE, "degrees", Crs.CGCS2000, 0));
    }
    imports.source("department");
    database.execute(
        "DELETE FROM building b USING identity.building i WHERE i.id = b.id AND i.source <> 'survey'");
  }

  private static CrsTransform step(String step) throws CrsException {
    return switch (step) {
      case "degrees" -> geometry -> geometry;
      case "swapped" -> CrsTransform.swapAxes();
      case "gcj02" -> MapShift.GCJ02.toMap();
      case "bd09" -> MapShift.BD09.toMap();
      case "old" -> OLD.transform();
      case "far" -> new Similarity(0.002, 0.0013, 1, 0).transform(); // 190 m east, 145 m north
      case "beyond" -> new Similarity(5e8, 5e8, 1, 0).transform(); // metres or degrees of nowhere
      default -> CrsTransform.between(Crs.CGCS2000, new Crs(Integer.parseInt(step)));
    };
  }

  /** The houses from one on, as somebody has made them. */
  private Path write(Format format, String made, @Nullable Crs declared, int from)
      throws Exception {
    CrsTransform transform = geometry -> geometry;
    for (String each : made.split(" ")) {
      transform = transform.then(step(each));
    }
    Path file = directory.resolve("file-" + made.replace(' ', '-') + "." + format.extension());
    FeatureSchema schema =
        new FeatureSchema(
            "houses",
            List.of(new Field("id", FieldType.TEXT)),
            GeometryType.MULTI_POLYGON,
            declared);
    try (FeatureWriter writer = FeatureFiles.create(file, format, schema)) {
      for (int i = from; i < HOUSES; i++) {
        writer.write(
            transform.apply(FACTORY.createMultiPolygon(new Polygon[] {houses.get(i)})),
            List.of("H" + i));
      }
    }
    return file;
  }

  /** How far the furthest of the department's houses is from where it is. */
  private double furthestMetres() {
    double furthest = 0;
    List<String> rows =
        imports.ask(
            "SELECT i.key || ' ' || ST_X(b.inside_point) || ' ' || ST_Y(b.inside_point)"
                + " FROM building b JOIN identity.building i USING (id)"
                + " WHERE i.source = 'department' AND upper_inf(b.recorded)");
    assertThat(rows).hasSizeGreaterThan(100);
    for (String row : rows) {
      String[] words = row.split(" ");
      Coordinate there = new Coordinate(Double.parseDouble(words[1]), Double.parseDouble(words[2]));
      Coordinate truth =
          houses.get(Integer.parseInt(words[0].substring(1))).getInteriorPoint().getCoordinate();
      furthest = Math.max(furthest, there.distance(truth) / METRE);
    }
    return furthest;
  }

  /** 4528 and 4549: 3-degree zone 40 with and without its number; 2385: the same of Xian 80. */
  @ParameterizedTest
  @CsvSource({
    "degrees, 4490, , EPSG:4490",
    "degrees, 4326, , EPSG:4326",
    "degrees swapped, 4490, crs.found, EPSG:4490+SWAPPED",
    "4528, , crs.found, EPSG:4528",
    "4528, 4549, crs.found, EPSG:4528",
    "4549, , crs.found, EPSG:4549",
    "4549, 4548, crs.found, EPSG:4549",
    "4549 swapped, 4549, crs.found, EPSG:4549+SWAPPED",
    "gcj02, 4490, crs.found, EPSG:4326+GCJ02",
    "bd09, 4326, crs.found, EPSG:4326+BD09",
    "4549 old, 2385, crs.fitted, EPSG:2385",
  })
  void whatIsFoundIsUsedAndTold(
      String made, @Nullable Integer declared, @Nullable String code, String reading)
      throws Exception {
    Path file = write(Format.GEOPACKAGE, made, declared == null ? null : new Crs(declared), 100);
    ImportSummary summary = imports.file(Kind.BUILDINGS, file);
    Finding finding = coordinates(summary);
    assertThat(used(summary).code()).as(finding.why()).isEqualTo(reading);
    assertThat(summary.anomalies()).isEmpty();
    assertThat(summary.files().get(0).rejected()).isZero();
    assertThat(furthestMetres()).isLessThan(made.contains("old") ? 0.1 : 0.01);
    if (code == null) {
      assertThat(Imports.codes(summary)).noneMatch(each -> each.startsWith("crs."));
    } else {
      assertThat(Imports.codes(summary)).contains(code + " 1");
    }
    assertThat(finding.accuracyMetres()).isLessThan(0.5);
    assertThat(finding.moves()).hasSizeBetween(100, 200);
    assertThat(
            imports.ask(
                "SELECT coordinates->0->>'reading' FROM change WHERE id = "
                    + summary.change().getAsLong()))
        .containsExactly(reading);
    assertThat(
            imports.ask(
                "SELECT accuracy_metres < 0.5 FROM change WHERE id = "
                    + summary.change().getAsLong()))
        .containsExactly("t");
  }

  /** A table names no system: its degrees are those of CGCS2000 unless they are plainly others. */
  @Test
  void aTableFromAConsumerMapIsMovedBack() throws Exception {
    ImportSummary summary = imports.file(Kind.BUILDINGS, write(Format.CSV, "gcj02", null, 100));
    assertThat(Imports.codes(summary)).contains("crs.found 1");
    assertThat(furthestMetres()).isLessThan(0.01);
  }

  /** Nobody declared a move, so nobody may make one unasked; both ways are open to who is asked. */
  @Test
  void aMoveNobodyDeclaredIsAskedAbout() throws Exception {
    Path file = write(Format.GEOPACKAGE, "degrees far", Crs.CGCS2000, 100);
    String before = imports.everything();
    AnomalousException refused =
        catchThrowableOfType(AnomalousException.class, () -> imports.file(Kind.BUILDINGS, file));
    assertThat(refused.summary().anomalies().get(0).code()).isEqualTo("anomaly.coordinates-off");
    assertThat(imports.everything()).isEqualTo(before);
    Finding finding = coordinates(refused.summary());
    String fitted = finding.others().get(0).code();
    assertThat(fitted).isEqualTo("EPSG:4490+FITTED");

    ImportSummary moved =
        imports.stated(Stated.parse(fitted, List.of(), null)).file(Kind.BUILDINGS, file);
    assertThat(Imports.codes(moved)).contains("crs.fitted 1");
    assertThat(furthestMetres()).isLessThan(0.05);
  }

  @ParameterizedTest
  @CsvSource({"degrees, EPSG:4326+GCJ02", "gcj02, EPSG:4490", "4549, EPSG:4548"})
  void whoContradictsTheRegisterIsAskedAndThenFollowed(String made, String said) throws Exception {
    Path file = write(Format.GEOPACKAGE, made, null, 100);
    imports.stated(Stated.parse(said, List.of(), null));
    String before = imports.everything();
    AnomalousException refused =
        catchThrowableOfType(AnomalousException.class, () -> imports.file(Kind.BUILDINGS, file));
    assertThat(refused.summary().anomalies())
        .extracting(Anomaly::code)
        .containsExactly("anomaly.coordinates-contradicted");
    assertThat(refused.summary().anomalies().get(0).message()).contains("与登记库对得上的是");
    assertThat(imports.everything()).isEqualTo(before);
    ImportSummary written = imports.accept(true).file(Kind.BUILDINGS, file);
    assertThat(used(written).code()).isEqualTo(said);
    assertThat(furthestMetres()).isGreaterThan(400);
  }

  @Test
  void anOldDatumWithNothingToFitToIsRefusedAndGoesInWithControlPointsOrParameters()
      throws Exception {
    Path file = write(Format.GEOPACKAGE, "4549 old", new Crs(2385), 100);
    // the register has other houses than the file
    database.execute(
        "UPDATE building SET footprint = ST_Translate(footprint, random() * 0.01, random() * 0.01)");
    try {
      String before = imports.everything();
      CoordinatesRefusedException refused =
          catchThrowableOfType(
              CoordinatesRefusedException.class, () -> imports.file(Kind.BUILDINGS, file));
      assertThat(refused.code()).isEqualTo("crs.no-datum-shift");
      assertThat(refused.finding().why()).contains("控制点");
      assertThat(imports.everything()).isEqualTo(before);

      List<ControlFit.Point> control = new ArrayList<>();
      CrsTransform made = step("4549").then(step("old"));
      for (int i = 0; i < 8; i++) {
        Coordinate place = houses.get(i).getCoordinate();
        Coordinate old = made.apply(FACTORY.createPoint(place)).getCoordinate();
        control.add(new ControlFit.Point(old.x, old.y, place.x, place.y));
      }
      ImportSummary summary =
          imports.stated(Stated.parse(null, control, null)).file(Kind.BUILDINGS, file);
      assertThat(Objects.requireNonNull(coordinates(summary).fit()).used()).isEqualTo(8);
      assertThat(furthestMetres()).isLessThan(0.05);

      Similarity back = Objects.requireNonNull(used(summary).correction());
      String entered =
          "%.6f,%.6f,%.9f,%.9f"
              .formatted(back.dx(), back.dy(), back.rotationSeconds(), back.scalePpm());
      ImportSummary again =
          imports.stated(Stated.parse(null, List.of(), entered)).file(Kind.BUILDINGS, file);
      assertThat(used(again).correction()).isNotNull();
      assertThat(furthestMetres()).isLessThan(0.05);
    } finally {
      database.execute("DELETE FROM building");
    }
  }

  @Test
  void numbersThatAreNoPlaceAreRefused() throws Exception {
    Path file = write(Format.GEOPACKAGE, "4549 beyond", null, 100);
    CoordinatesRefusedException refused =
        catchThrowableOfType(
            CoordinatesRefusedException.class, () -> imports.file(Kind.BUILDINGS, file));
    assertThat(refused.code()).isEqualTo("crs.unknown");
  }

  private static Finding coordinates(ImportSummary summary) {
    Finding finding = summary.files().get(0).coordinates();
    return Objects.requireNonNull(finding);
  }

  private static Belief used(ImportSummary summary) {
    return Objects.requireNonNull(coordinates(summary).used());
  }
}
