package org.shuangshi.registry.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.plan.Planners.Planner;
import tools.jackson.databind.JsonNode;

/** What a plan changes is what plain SQL counts in the drawn polygons. */
class ImpactTest {
  private static final String SPLIT = "[[119.999,30.009],[120.01,30.009]]";

  /** Of each drawn polygon what stands in it and who lives there today; %s: (id, GeoJSON). */
  private static final String COUNTED =
      """
      WITH drawn (id, geom) AS (SELECT id, ST_SetSRID(ST_GeomFromGeoJSON(json), 4490) FROM (VALUES %s) v (id, json)),
      home AS (
        SELECT b.id, (SELECT min(d.id) FROM drawn d WHERE ST_Covers(d.geom, b.inside_point)) AS grid
        FROM register.building b
        WHERE upper_inf(b.recorded) AND b.valid @> current_date AND b.status = 'STANDING' AND b.community_id = 11)
      SELECT h.grid, count(DISTINCT h.id),
        (SELECT count(DISTINCT r.household_id) FROM home x JOIN register.unit u ON u.building_id = x.id AND upper_inf(u.recorded) AND u.valid @> current_date
         JOIN register.residence r ON r.unit_id = u.id AND upper_inf(r.recorded) AND r.valid @> current_date WHERE x.grid = h.grid),
        (SELECT count(DISTINCT r.person_id) FROM home x JOIN register.unit u ON u.building_id = x.id AND upper_inf(u.recorded) AND u.valid @> current_date
         JOIN register.residence r ON r.unit_id = u.id AND upper_inf(r.recorded) AND r.valid @> current_date AND r.main WHERE x.grid = h.grid),
        (SELECT count(*) FROM home x JOIN register.unit_occupancy o ON o.building_id = x.id AND o.valid @> current_date AND o.state = 'VERIFIED_VACANT' WHERE x.grid = h.grid)
      FROM home h WHERE h.grid IS NOT NULL GROUP BY h.grid ORDER BY h.grid""";

  private static final Planners town = new Planners();
  private static final Planner all = new Planner(town.service, RunningService.BEARER);
  private static Planner unsighted;
  private static long id;

  @BeforeAll
  static void split() {
    unsighted = town.planner("unsighted", "gis", "11");
    id = all.begin("切开", Planners.COMMUNITY);
    assertThat(all.split(id, 41, SPLIT).status()).isEqualTo(200);
    all.named(id);
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void everyNumberIsWhatSqlCountsInTheDrawnPolygon() {
    JsonNode impact = all.get("/" + id + "/impact").body();
    List<List<@Nullable String>> told = new ArrayList<>();
    for (JsonNode grid : impact.path("grids")) {
      JsonNode after = grid.path("after");
      told.add(
          List.of(
              grid.path("id").asString(),
              after.path("buildings").asString(),
              after.path("households").asString(),
              after.path("people").asString(),
              after.path("vacant").asString()));
    }
    String drawn = "";
    for (JsonNode grid : all.document(id).path("grids")) {
      drawn += ",(%s,'%s')".formatted(grid.path("id").asString(), grid.path("geometry"));
    }
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            town.service.rows(COUNTED.formatted(drawn.substring(1))));
    assertThat(impact.path("byCells").asBoolean()).isFalse();
  }

  @Test
  void whoGetsAnotherLeaderAndWhichCardsAreToBePrinted() {
    JsonNode impact = all.get("/" + id + "/impact").body();
    assertThat(impact.path("moves")).hasSize(1);
    JsonNode move = impact.path("moves").get(0);
    assertThat(move.path("from").asString()).isEqualTo("339901001001001");
    assertThat(move.path("to").asString()).isEqualTo("339901001001003");
    assertThat(move.path("buildings").asInt()).isEqualTo(1);
    assertThat(move.path("households").asInt())
        .isEqualTo(impact.path("leaders").path("households").asInt())
        .isPositive();
    assertThat(impact.path("codes").get(0).path("was").asString()).isEqualTo("339901001001001");
    assertThat(impact.path("codes").get(0).path("is")).hasSize(2);
    assertThat(impact.path("cards").findValuesAsString("building")).contains("101");
    assertThat(impact.path("cards").findValuesAsString("address").get(0)).contains("人民路");
  }

  @Test
  void whoSeesNoNamesIsToldOfWholeCells() {
    JsonNode impact = unsighted.get("/" + id + "/impact").body();
    assertThat(impact.path("byCells").asBoolean()).isTrue();
    // the cell of grid 41 is all of it: split, no part of it is told
    for (JsonNode grid : impact.path("grids")) {
      if (!grid.path("id").asString().equals("40")) {
        assertThat(grid.path("after").path("households").asInt()).isZero();
        assertThat(grid.path("after").path("buildings").asInt()).isPositive();
      }
    }
    JsonNode buildings = unsighted.get("/" + id + "/buildings").body();
    int places = buildings.path("places").path("households").size();
    assertThat(places).isLessThan(buildings.path("buildings").path("id").size());
    assertThat(places)
        .isEqualTo(
            town.service
                .rows(
                    "SELECT 1 FROM register.cell c WHERE c.grid_id IN (40, 41) AND c.valid @> current_date AND EXISTS (SELECT FROM register.cell_building m WHERE m.cell_id = c.id)")
                .size());
  }

  @Test
  void thePlanAndItselfDifferInNothing() {
    JsonNode same = all.get("/" + id + "/compare?with=" + id).body();
    assertThat(same.path("moves")).isEmpty();
    assertThat(same.path("cards")).isEmpty();
    assertThat(same.path("leaders").path("households").asInt()).isZero();
  }

  @Test
  void newGridsOfTwoPlansAreOneWhereTheirGroundIsWhateverTheirNumbers() {
    long other = all.begin("反过来切", Planners.COMMUNITY);
    // its first new grid has the number of the other plan's, and other ground
    assertThat(all.split(other, 40, "[[120.009,30.005],[120.021,30.005]]").status()).isEqualTo(200);
    assertThat(all.split(other, 41, SPLIT).status()).isEqualTo(200);
    all.named(other);
    JsonNode grids = all.get("/" + id + "/compare?with=" + other).body().path("grids");
    List<String> told = new ArrayList<>();
    for (JsonNode grid : grids) {
      told.add(
          grid.path("id").asLong()
              + (grid.path("before").isNull() ? "" : " before")
              + (grid.path("after").isNull() ? "" : " after"));
    }
    assertThat(told)
        .containsExactlyInAnyOrder(
            "40 before after",
            "41 before after",
            Planners.NEW + " before after",
            -Planners.NEW + " before");
  }

  @Test
  void aPlanOfTwoCommunitiesCountsBoth() {
    long both = all.begin("两个社区", Planners.COMMUNITY, "339901001002");
    JsonNode impact = all.get("/" + both + "/impact").body();
    assertThat(impact.path("grids").findValuesAsString("id"))
        .containsExactly("41", "40", "42", "43", "45");
    assertThat(impact.path("moves")).isEmpty();
    assertThat(impact.path("grids").get(2).path("after"))
        .isEqualTo(impact.path("grids").get(2).path("before"));
  }

  @Test
  void theWorkbookHoldsTheSame() throws IOException {
    Answer file = all.get("/" + id + "/impact.xlsx");
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(file.response().body()))) {
      assertThat(book.getSheets().map(Sheet::getName).collect(Collectors.toList()))
          .containsExactly("网格", "换网格", "编码对照", "重印服务牌");
      assertThat(book.getFirstSheet().read().stream().skip(1).map(row -> row.getCellText(0)))
          .containsExactly("339901001001001", "339901001001002", "339901001001003");
    }
  }

  @Test
  void theSheetToBePrintedHoldsTheSame() throws IOException {
    JsonNode impact = all.get("/" + id + "/impact").body();
    Answer file = all.get("/" + id + "/impact.pdf");
    assumeFalse(file.status() == 409, "fonts-wqy-microhei is not there");
    assertThat(file.status()).isEqualTo(200);
    try (PDDocument document = Loader.loadPDF(file.response().body())) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("影响表 · 切开", "第 1 页，共 " + document.getNumberOfPages() + " 页");
      for (JsonNode grid : impact.path("grids")) {
        assertThat(text).contains(grid.path("code").asString(), grid.path("name").asString());
      }
      for (JsonNode card : impact.path("cards")) {
        assertThat(text.replace("\n", "")).contains(card.path("address").asString());
      }
      assertThat(text)
          .contains(
              "换网格长 %d 户、%d 人、%d 栋"
                  .formatted(
                      impact.path("leaders").path("households").asInt(),
                      impact.path("leaders").path("people").asInt(),
                      impact.path("leaders").path("buildings").asInt()));
    }
  }

  @Test
  void aDivisionIsAProposalAndLeavesTheDraftAsItIs() {
    String before = all.get("/" + id).body().path("etag").asString();
    Answer begun = all.post("/" + id + "/zoning", "{\"seed\":7}");
    assertThat(begun.status()).isEqualTo(202);
    String job = "/" + id + "/jobs/" + begun.body().path("job").asString();
    await().until(() -> all.get(job).body().path("state").asString().equals("DONE"));
    JsonNode found = all.get(job).body();
    assertThat(found.path("grids")).isNotEmpty();
    assertThat(found.path("score").path("buildingsCut").asInt()).isZero();
    assertThat(all.get("/" + id).body().path("etag").asString()).isEqualTo(before);
    assertThat(all.ask("DELETE", job, "", "").status()).isEqualTo(200);
    assertThat(unsighted.get("/" + id + "/jobs/999").status()).isEqualTo(404);
  }
}
