package org.shuangshi.gis.crs.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.crs.MapShift;
import org.shuangshi.gis.crs.Similarity;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.ReadOptions;

/** Files made of a known city by a known mistake; the doctor must name the mistake and undo it. */
class CrsDoctorTest {

  /** The register: a district that was made up, or the real one. */
  enum City {
    GENERATED,
    SHANGHAI;

    List<Coordinate> places() throws Exception {
      if (this == GENERATED) {
        return scattered(1500, 5);
      }
      String data = System.getenv("REGISTRY_TEST_DATA");
      assumeTrue(data != null, "REGISTRY_TEST_DATA is not set");
      Path file = Path.of(String.valueOf(data), "shanghai/buildings.geojson");
      assumeTrue(Files.exists(file), "REGISTRY_TEST_DATA has no buildings");
      return FeatureFiles.inspect(file, ReadOptions.DEFAULT).layers().get(0).places();
    }
  }

  private static final double METRE = 1e-5;

  private static List<Coordinate> scattered(int count, long seed) {
    Random random = new Random(seed);
    List<Coordinate> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(
          new Coordinate(121.48 + 0.035 * random.nextDouble(), 31.22 + 0.03 * random.nextDouble()));
    }
    return places;
  }

  private static List<Coordinate> in(List<Coordinate> degrees, int epsg) throws CrsException {
    return Plane.move(degrees, CrsTransform.between(Crs.CGCS2000, new Crs(epsg)));
  }

  /** What somebody made of the city, by the name of the mistake. */
  private static List<Coordinate> file(String made, List<Coordinate> city) throws CrsException {
    String[] steps = made.split(" ");
    List<Coordinate> numbers = city;
    for (String step : steps) {
      numbers =
          switch (step) {
            case "degrees" -> numbers;
            case "swapped" -> Plane.move(numbers, CrsTransform.swapAxes());
            case "gcj02" -> Plane.move(numbers, MapShift.GCJ02.toMap());
            case "bd09" -> Plane.move(numbers, MapShift.BD09.toMap());
            default -> in(numbers, Integer.parseInt(step));
          };
    }
    return numbers;
  }

  private static double furthestMetres(Belief belief, List<Coordinate> file, List<Coordinate> city)
      throws CrsException {
    List<Coordinate> back = Plane.move(file, belief.toRegister());
    double most = 0;
    for (int i = 0; i < back.size(); i++) {
      most = Math.max(most, back.get(i).distance(city.get(i)));
    }
    return most / METRE;
  }

  private static List<String> codes(Diagnosis diagnosis) {
    return diagnosis.reasons().stream().map(Diagnosis.Reason::code).toList();
  }

  /** 4528 and 4499 have zone 40 of 3 and zone 21 of 6 degrees in front; 32651 is UTM. */
  @ParameterizedTest
  @CsvSource({
    "degrees, 4490, DECLARED_CONFIRMED, 4490",
    "degrees, 4326, DECLARED_CONFIRMED, 4326",
    "degrees, , FOUND, 4490",
    "4549, 4549, DECLARED_CONFIRMED, 4549",
    "4549, , FOUND, 4549",
    "4549, 4548, FOUND, 4549",
    "4549, 4490, FOUND, 4549",
    "4549, 4528, FOUND, 4549",
    "4528, , FOUND, 4528",
    "4528, 4549, FOUND, 4528",
    "4499, , FOUND, 4499",
    "4510, , FOUND, 4550",
    "32651, , FOUND, 32651",
    "32651, 4510, FOUND, 32651",
    "3857, , FOUND, 3857",
    "degrees swapped, 4490, FOUND, 4490",
    "4549 swapped, 4549, FOUND, 4549",
    "4528 swapped, , FOUND, 4528",
    "gcj02, 4490, FOUND, 4326",
    "gcj02, , FOUND, 4326",
    "bd09, 4326, FOUND, 4326",
    "gcj02 swapped, 4326, FOUND, 4326",
    "gcj02 3857, 3857, FOUND, 3857",
  })
  void namesTheMistakeAndUndoesIt(
      String made, @Nullable Integer declared, Verdict verdict, int epsg) throws Exception {
    for (City city : City.values()) {
      if (city == City.SHANGHAI && System.getenv("REGISTRY_TEST_DATA") == null) {
        continue;
      }
      List<Coordinate> places = city.places();
      List<Coordinate> file = file(made, places);
      Diagnosis diagnosis =
          CrsDoctor.examine(declared == null ? null : new Crs(declared), file, places);
      assertThat(diagnosis.verdict()).as("%s %s", city, diagnosis).isEqualTo(verdict);
      Belief belief = Objects.requireNonNull(diagnosis.belief());
      assertThat(belief.crs()).isEqualTo(new Crs(epsg));
      assertThat(belief.swapped()).isEqualTo(made.contains("swapped"));
      assertThat(belief.shift() == null ? "" : belief.shift().name().toLowerCase(Locale.ROOT))
          .isEqualTo(made.contains("gcj02") ? "gcj02" : made.contains("bd09") ? "bd09" : "");
      assertThat(furthestMetres(belief, file, places)).isLessThan(0.01);
      assertThat(diagnosis.reasons()).allMatch(r -> r.message().matches("(?s).*\\p{IsHan}.*"));
    }
  }

  /** The register has only some of the file's things, surveyed a metre or two apart, and others. */
  @ParameterizedTest
  @CsvSource({"degrees, 4490, 4490", "gcj02, 4326, 4326", "4549, , 4549", "bd09 swapped, , 4326"})
  void comparesWhatBothHold(String made, @Nullable Integer declared, int epsg) throws Exception {
    Random random = new Random(11);
    List<Coordinate> things = scattered(900, 21);
    List<Coordinate> register = new ArrayList<>(scattered(800, 22));
    for (Coordinate thing : things.subList(0, 450)) {
      register.add(
          new Coordinate(
              thing.x + 1.5 * METRE * random.nextGaussian(),
              thing.y + 1.5 * METRE * random.nextGaussian()));
    }
    Diagnosis diagnosis =
        CrsDoctor.examine(
            declared == null ? null : new Crs(declared), file(made, things), register);
    assertThat(diagnosis.belief()).as("%s", diagnosis).isNotNull();
    assertThat(codes(diagnosis)).contains("crs.matched");
    Belief belief = Objects.requireNonNull(diagnosis.belief());
    assertThat(belief.crs()).isEqualTo(new Crs(epsg));
    assertThat(furthestMetres(belief, file(made, things), things)).isLessThan(0.01);
  }

  /** 2437 and 2416 are Beijing 54, 2385 Xian 80, 4610 its degrees. */
  @ParameterizedTest
  @CsvSource({
    "2437, 4549",
    "2416, 4528",
    "2385, 4549",
    "4610, 4490",
    "4490, 4490",
    ", 4549",
  })
  void anOldDatumIsAcceptedWithParametersFittedToWhatBothHold(@Nullable Integer declared, int like)
      throws Exception {
    for (City city : City.values()) {
      if (city == City.SHANGHAI && System.getenv("REGISTRY_TEST_DATA") == null) {
        continue;
      }
      List<Coordinate> places = city.places();
      // The shift is planted in the plane: numbers that are 60 m west, 95 m south, turned, longer.
      Similarity planted =
          new Similarity(-60 - 55, -95 - 16, 1.000016, Math.toRadians(-3.0 / 3600));
      List<Coordinate> file =
          Plane.move(
              Plane.move(in(places, 4549), planted.transform()),
              CrsTransform.between(new Crs(4549), new Crs(like)));
      // A tenth of the file is not in the register at all.
      List<Coordinate> register = places.subList(places.size() / 10, places.size());
      Crs said = declared == null ? null : new Crs(declared);
      Diagnosis diagnosis = CrsDoctor.examine(said, file, register);
      assertThat(diagnosis.verdict()).as("%s %s", city, diagnosis).isEqualTo(Verdict.FITTED);
      assertThat(codes(diagnosis)).contains("crs.fitted");
      assertThat(diagnosis.fit() == null ? 0 : diagnosis.fit().used()).isGreaterThan(500);
      assertThat(diagnosis.fit() == null ? 9 : diagnosis.fit().rmsMetres()).isLessThan(0.05);
      Belief belief = Objects.requireNonNull(diagnosis.belief());
      assertThat(furthestMetres(belief, file, places)).isLessThan(0.1);
    }
  }

  @ParameterizedTest
  @CsvSource({"2437, 4549", "4610, 4490", "4214, 4490"})
  void anOldDatumWithNothingToFitToIsRefused(int declared, int like) throws Exception {
    List<Coordinate> file = in(scattered(300, 31), like);
    for (List<Coordinate> register : List.of(scattered(900, 32), List.<Coordinate>of())) {
      Diagnosis diagnosis = CrsDoctor.examine(new Crs(declared), file, register);
      assertThat(diagnosis.verdict()).isEqualTo(Verdict.NO_SHIFT);
      assertThat(diagnosis.belief()).isNull();
      assertThat(codes(diagnosis)).contains("crs.no-datum-shift");
    }
  }

  /** Nothing to compare with: numbers and the area decide, and what cannot be excluded is said. */
  @ParameterizedTest
  @CsvSource({
    "degrees, 4490, true, DECLARED_PLAUSIBLE, crs.shift-not-excluded",
    "degrees, 4490, false, DECLARED_PLAUSIBLE, crs.shift-not-excluded",
    "degrees swapped, 4490, false, GUESSED, crs.swapped",
    "4549, 4549, true, DECLARED_PLAUSIBLE, crs.not-compared",
    "4549, , true, AMBIGUOUS, crs.ambiguous",
    "4549, , false, GUESSED, crs.guessed",
    "4528, , true, GUESSED, crs.guessed",
    "4528, 4490, false, GUESSED, crs.declared-wrong",
    "3857, , false, GUESSED, crs.guessed",
  })
  void withoutAnythingInCommon(
      String made, @Nullable Integer declared, boolean empty, Verdict verdict, String code)
      throws Exception {
    List<Coordinate> file = file(made, scattered(300, 41));
    List<Coordinate> register = empty ? List.of() : scattered(900, 42);
    Diagnosis diagnosis =
        CrsDoctor.examine(declared == null ? null : new Crs(declared), file, register);
    assertThat(diagnosis.verdict()).as("%s", diagnosis).isEqualTo(verdict);
    assertThat(codes(diagnosis)).contains(code);
  }

  @ParameterizedTest
  @EnumSource
  void numbersThatAreNoPlaceInChinaAreUnknown(City city) throws Exception {
    List<Coordinate> places = city.places();
    List<Coordinate> local = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      local.add(new Coordinate(i, -3.0 * i));
    }
    for (Crs declared : new Crs[] {Crs.CGCS2000, new Crs(4549)}) {
      Diagnosis diagnosis = CrsDoctor.examine(declared, local, places);
      assertThat(diagnosis.verdict()).isEqualTo(Verdict.UNKNOWN);
      assertThat(diagnosis.belief()).isNull();
      assertThat(codes(diagnosis)).contains("crs.declared-wrong");
    }
    assertThat(CrsDoctor.examine(null, List.of(new Coordinate(0, 0)), places).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }
}
