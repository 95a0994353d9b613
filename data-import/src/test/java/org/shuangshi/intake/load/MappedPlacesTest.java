package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.crs.MapShift;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.intake.coordinate.Finding;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.keyring.TestKeys;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.ImportSummary.FileSummary;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.Profiles;
import org.shuangshi.intake.mapping.Wish;

/** Tables whose geometry is in columns of odd names, beside the same ones under names of old. */
class MappedPlacesTest {

  private static final int ADDRESSES = 80;
  private static final Map<String, String> PAIR = Map.of("位置A", "lon", "位置B", "lat");

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir Path directory;
  private final List<Coordinate> places = new ArrayList<>();
  private Imports imports;

  /** The register knows where the doors are. */
  @BeforeEach
  void surveyed() throws Exception {
    imports = new Imports(database, directory);
    Random random = new Random(11);
    for (int i = 0; i < ADDRESSES; i++) {
      places.add(
          new Coordinate(
              121.48 + random.nextInt(800_000) * 1e-8, 31.22 + random.nextInt(800_000) * 1e-8));
    }
    if (imports.count("address") == 0) {
      imports.source("测绘").csv(Kind.ADDRESSES, table("lon,lat", "测绘路", "degrees"));
    }
  }

  private static CrsTransform step(String step) throws Exception {
    return switch (step) {
      case "degrees" -> geometry -> geometry;
      case "swapped" -> CrsTransform.swapAxes();
      case "gcj02" -> MapShift.GCJ02.toMap();
      default -> CrsTransform.between(Crs.CGCS2000, new Crs(Integer.parseInt(step)));
    };
  }

  /** Two rows at the end are wrong: one has no number, one but half a place. */
  private String[] table(String headers, String road, String made) throws Exception {
    CrsTransform transform = geometry -> geometry;
    for (String each : made.split(" ")) {
      transform = transform.then(step(each));
    }
    GeometryFactory factory = new GeometryFactory();
    List<String> rows = new ArrayList<>(List.of("编号,路/街/巷,门牌号," + headers));
    for (int i = 0; i < places.size(); i++) {
      Coordinate at = transform.apply(factory.createPoint(places.get(i))).getCoordinate();
      rows.add("A%d,%s,%d号,%.9f,%.9f".formatted(i, road, i + 1, at.x, at.y));
    }
    rows.add("A98," + road + ",98号,东边,31");
    rows.add("A99," + road + ",99号,121,");
    return rows.toArray(String[]::new);
  }

  private Imports mapped(Map<String, String> columns) {
    return imports.wish(new Wish(new Choice(columns, Map.of(), null, null, null), null));
  }

  private static String reading(FileSummary file) {
    Finding finding = Objects.requireNonNull(file.coordinates());
    return Objects.requireNonNull(finding.used()).code();
  }

  private List<String> written(String source) {
    return imports.ask(
        "SELECT i.key || ' ' || ST_AsText(a.geom, 8) FROM address a JOIN identity.address i"
            + " USING (id) WHERE i.source = '%s' AND upper_inf(a.recorded) ORDER BY i.key"
                .formatted(source));
  }

  /** The doctor included: axes, zones and the shift of consumer maps are found as ever. */
  @ParameterizedTest
  @CsvSource({
    "degrees, EPSG:4490",
    "degrees swapped, EPSG:4490+SWAPPED",
    "gcj02, EPSG:4326+GCJ02",
    "4549, EPSG:4549",
    "4528, EPSG:4528",
    "4549 swapped, EPSG:4549+SWAPPED",
  })
  void whatIsMappedIsReadAsIfItHadTheNamesOfOld(String made, String reading) throws Exception {
    ImportSummary plain =
        imports.source("旧" + made).csv(Kind.ADDRESSES, table("lon,lat", "旧路" + made, made));
    mapped(PAIR).source("新" + made);
    ImportSummary odd = imports.csv(Kind.ADDRESSES, table("位置A,位置B", "新路" + made, made));

    FileSummary file = odd.files().get(0);
    assertThat(reading(file)).isEqualTo(reading);
    assertThat(Imports.codes(odd)).isEqualTo(Imports.codes(plain));
    assertThat(Imports.codes(odd)).contains("geometry.unreadable 2");
    assertThat(file.ignoredColumns()).isEmpty();
    assertThat(file.written()).isEqualTo(plain.files().get(0).written());
    assertThat(written("新" + made)).hasSize(ADDRESSES).isEqualTo(written("旧" + made));
  }

  /** Found by itself where its names are known: here the northing is called X, as surveys do. */
  @Test
  void aSurveysAxesAreToldByTheirNumbers() throws Exception {
    String[] rows = table("X坐标(m),Y坐标(m)", "测路", "4549 swapped");
    ImportSummary summary = imports.source("测量队").csv(Kind.ADDRESSES, rows);
    assertThat(reading(summary.files().get(0))).isEqualTo("EPSG:4549");
    assertThat(summary.files().get(0).mapped().columns())
        .extracting(use -> use.header() + " " + use.field() + " " + use.how())
        .contains("X坐标(m) lat GUESSED", "Y坐标(m) lon GUESSED");
    assertThat(Imports.codes(summary)).contains("column.guessed 2");
    assertThat(written("测量队")).isEqualTo(written("测绘"));
  }

  @Test
  void numbersThatNobodySpokeOfAreSaidAndNotUsed() throws Exception {
    ImportSummary summary =
        imports.source("没说").csv(Kind.ADDRESSES, table("位置A,位置B", "没说路", "degrees"));
    assertThat(summary.files().get(0).issues())
        .filteredOn(issue -> issue.code().equals("column.place-unused"))
        .singleElement()
        .satisfies(
            issue -> assertThat(issue.examples().toString()).contains("“位置A”（lon）、“位置B”（lat）"));
    assertThat(summary.files().get(0).ignoredColumns()).containsExactly("位置A", "位置B");
    assertThat(written("没说")).hasSize(ADDRESSES + 2).allMatch(row -> row.equals("null"));
  }

  @Test
  void aWorkbookWithItsOutlinesAsTextIsRefusedUntilTheColumnIsNamed() throws Exception {
    Path file = directory.resolve("楼.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("楼");
      String[] header = {"编号", "名称", "geom文本"};
      for (int i = 0; i < header.length; i++) {
        sheet.value(0, i, header[i]);
      }
      for (int i = 1; i <= 6; i++) {
        double west = 121.481 + i * 0.001;
        sheet.value(i, 0, "L" + i);
        sheet.value(i, 1, i + "号楼");
        sheet.value(
            i,
            2,
            i == 6
                ? "POLYGON ((121 31, 121.1"
                : "POLYGON ((%1$s 31.22, %2$s 31.22, %2$s 31.2203, %1$s 31.2203, %1$s 31.22))"
                    .formatted(west, west + 0.0003));
      }
    }
    imports.source("物业");
    ImportException refused =
        catchThrowableOfType(ImportException.class, () -> imports.file(Kind.BUILDINGS, file));
    assertThat(refused.code()).isEqualTo("geometry.no-column");
    assertThat(refused).hasMessageContaining("可能是 “geom文本”（wkt）");

    ImportSummary summary = mapped(Map.of("geom文本", "wkt")).file(Kind.BUILDINGS, file);
    assertThat(summary.files().get(0).written().inserted()).isEqualTo(5);
    assertThat(Imports.codes(summary)).contains("geometry.unreadable 1");
    assertThat(summary.files().get(0).ignoredColumns()).isEmpty();
  }

  @Test
  void aMappingIsKeptAndUsedAgainAndAFileThatHasButHalfOfItIsRefused() throws Exception {
    mapped(PAIR).source("街道").csv(Kind.ADDRESSES, table("位置A,位置B", "街道路", "degrees"));
    assertThat(profile("街道").columns()).containsAllEntriesOf(PAIR);

    Path next =
        imports.write(".csv", "编号,路/街/巷,门牌号,位置A,位置B\nA500,街道路,500号,121.4811111,31.2211111\n");
    ImportSummary again = run(again("街道", next));
    assertThat(again.files().get(0).mapped().profile()).isEqualTo(1);
    assertThat(written("街道")).contains("A500 POINT(121.4811111 31.2211111)");

    Path half = imports.write(".csv", "编号,路/街/巷,门牌号,位置A\nA501,街道路,501号,121.4811111\n");
    ImportException refused =
        catchThrowableOfType(ImportException.class, () -> run(again("街道", half)));
    assertThat(refused.code()).isEqualTo("mapping.place-half");

    Path own =
        imports.geojsonFile(
            Imports.feature(
                "\"编号\":\"A502\",\"路/街/巷\":\"街道路\",\"门牌号\":\"502号\",\"位置A\":9",
                "Point",
                "[121.4822222,31.2222222]"));
    run(again("街道", own));
    assertThat(written("街道"))
        .as("a file with its own geometry is read by that")
        .contains("A502 POINT(121.4822222 31.2222222)");
    ImportException spoken =
        catchThrowableOfType(ImportException.class, () -> mapped(PAIR).file(Kind.ADDRESSES, own));
    assertThat(spoken.code()).isEqualTo("mapping.own-geometry");
  }

  private static Choice profile(String source) throws Exception {
    try (Connection connection = database.connect()) {
      return Profiles.find(connection, source, "ADDRESSES").orElseThrow().choice();
    }
  }

  private static ImportRequest again(String source, Path file) throws Exception {
    return ProfileChoice.of(database.register(), request(source, file), null);
  }

  private static ImportRequest request(String source, Path file) {
    @Nullable String none = null;
    return new ImportRequest(
        List.of(new SourceFile(file, Kind.ADDRESSES)),
        source,
        none,
        null,
        none,
        LocalDate.of(2024, 1, 1),
        "tester",
        "trial",
        false);
  }

  private static ImportSummary run(ImportRequest request) throws Exception {
    return new Importer(database.register(), TestKeys.ring()).run(request, ImportProgress.SILENT);
  }

  /** A table of a format that is not written becomes a GeoPackage, which has to have its points. */
  @Test
  void rejectedRowsComeBackWithTheGeometryThatWasMapped() throws Exception {
    String text =
        """
        编号,名称,主题,位置A,位置B
        C1,甲,水,121.4811111,31.2211111
        C2,乙,没有这个主题,121.4822222,31.2222222
        """;
    Path file = imports.write(".txt", text);
    ImportRequest request =
        new ImportRequest(
                List.of(new SourceFile(file, Kind.CONTEXT)),
                "底图",
                null,
                null,
                null,
                LocalDate.of(2024, 1, 1),
                "tester",
                "trial",
                false)
            .with(new Wish(new Choice(PAIR, Map.of(), null, null, null), null));
    Map<Long, List<Issue>> rows = new HashMap<>();
    rows.put(3L, List.of(new Issue(Severity.ERROR, "value.unknown", 3, "C2", null, null, "不认识")));
    Path target = directory.resolve(Rejected.fileName(file));
    Rejected.write(file, request.reading(request.files().get(0)), Kind.CONTEXT, rows, target);
    assertThat(target.toString()).endsWith(".gpkg");
    try (FeatureReader reader = FeatureFiles.open(target, null)) {
      Feature row = Objects.requireNonNull(reader.next());
      assertThat(String.valueOf(row.geometry())).isEqualTo("POINT (121.4822222 31.2222222)");
      assertThat(row.values().toString()).contains("C2", "value.unknown");
    }
  }

  /** The page said “not used” of lon and lat when that meant nothing: such a source reads on. */
  @Test
  void whatWasSaidOfColumnsOfOldBeforeItCountedIsForgotten() throws Exception {
    database.execute(
        "INSERT INTO access.import_profile (source, kind, version, choice, who) VALUES ('早先', 'ADDRESSES', 1,"
            + " '{\"columns\": {\"LON\": \"\", \"lat\": \"\", \"备注\": \"\", \"编号\": \"\"}, \"values\": {}, \"key\": \"编号\"}', 't'),"
            + " ('只有', 'ADDRESSES', 1, '{\"columns\": {\"wkt\": \"\"}, \"values\": {}}', 't')");
    database.execute(
        Files.readString(Path.of("src/main/resources/db/migration/V066__places_in_profiles.sql")));
    assertThat(profile("早先").columns()).isEqualTo(Map.of("备注", "", "编号", ""));
    assertThat(profile("只有")).isEqualTo(Choice.NONE);
    Path file = imports.write(".csv", "编号,路/街/巷,门牌号,LON,lat\nA1,早先路,1号,121.4811111,31.2211111\n");
    run(again("早先", file));
    assertThat(written("早先")).containsExactly("A1 POINT(121.4811111 31.2211111)");
  }

  @Test
  void aColumnOfOldThatIsNotToBeUsedIsNot() throws Exception {
    mapped(Map.of("lon", "", "lat", "")).source("不用");
    imports.csv(Kind.ADDRESSES, table("lon,lat", "不用路", "degrees"));
    assertThat(written("不用")).hasSize(ADDRESSES + 2).allMatch(row -> row.equals("null"));
  }
}
