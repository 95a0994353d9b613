package org.shuangshi.registry.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService;
import tools.jackson.databind.JsonNode;

class RegionApiTest {
  private static final RunningService service = RunningService.shared();
  private static final String DAY = "asOf=2026-11-24";

  private static List<String> codes(String query) {
    List<String> codes = new ArrayList<>();
    service
        .get("/api/regions?" + query + DAY)
        .body()
        .path("items")
        .forEach(region -> codes.add(region.path("code").asString()));
    return codes;
  }

  @Test
  void regionsAreListedByLevelAndByWhatIsAbove() {
    assertThat(codes(""))
        .containsExactly("3399", "339901", "339901001", "339901001001", "339901001002");
    assertThat(codes("level=COMMUNITY&")).containsExactly("339901001001", "339901001002");
    assertThat(codes("parent=3399&")).containsExactly("339901");
    assertThat(codes("parent=339901001&level=STREET&")).isEmpty();
  }

  @Test
  void aPageEndsWhereTheNextBegins() {
    JsonNode first = service.get("/api/regions?limit=3&" + DAY).body();
    JsonNode second =
        service
            .get("/api/regions?limit=3&" + DAY + "&after=" + first.path("next").asString())
            .body();
    assertThat(first.path("items").size()).isEqualTo(3);
    assertThat(second.path("items").get(0).path("code").asString()).isEqualTo("339901001001");
    assertThat(second.path("next").isNull()).isTrue();
  }

  @Test
  void aRegionKnowsItsPlaceAndWhatIsAbove() {
    JsonNode region = service.get("/api/regions/339901001001?" + DAY).body();
    assertThat(region.path("level").asString()).isEqualTo("COMMUNITY");
    assertThat(region.path("name").asString()).isEqualTo("柳岸社区");
    assertThat(region.path("parent").toString())
        .isEqualTo("{\"id\":3,\"code\":\"339901001\",\"name\":\"河滨街道\"}");
    assertThat(region.path("bbox").toString()).isEqualTo("[120.0,30.0,120.02,30.02]");
    assertThat(region.path("centre").get(0).asDouble()).isCloseTo(120.01, within(1e-8));
    assertThat(region.path("centre").get(1).asDouble()).isCloseTo(30.01, within(1e-8));
    assertThat(region.path("geometry").path("type").asString()).isEqualTo("MultiPolygon");
    JsonNode city = service.get("/api/regions/3399?" + DAY).body();
    assertThat(city.path("parent").isNull()).isTrue();
  }

  @Test
  void listsComeWithoutOutlines() {
    service
        .get("/api/regions?" + DAY)
        .body()
        .path("items")
        .forEach(region -> assertThat(region.has("geometry")).isFalse());
  }

  @Test
  void aRegionIsNotThereBeforeItsDay() {
    assertThat(service.get("/api/regions/3399?asOf=2019-12-31").body().path("code").asString())
        .isEqualTo("region.unknown");
    assertThat(service.get("/api/regions?asOf=2019-12-31").body().path("items").size()).isZero();
    assertThat(service.get("/api/regions/3300").status()).isEqualTo(404);
  }
}
