package org.shuangshi.registry.info;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService;
import tools.jackson.databind.JsonNode;

class InfoApiTest {
  private static final RunningService service = RunningService.shared();

  @Test
  void theRegisterSaysWhatItIs() {
    JsonNode info = service.get("/api/info").body();
    assertThat(info.path("demo").asBoolean()).isFalse();
    // the one district says more than the city around it
    assertThat(info.path("name").asString()).isEqualTo("东城区");
    assertThat(info.path("today").asString())
        .isEqualTo(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
    assertThat(info.path("extent").toString()).isEqualTo("[120.0,30.0,120.04,30.02]");
    assertThat(info.path("settings").toString())
        .isEqualTo("{\"ageingMonths\":6,\"staleMonths\":12}");
    JsonNode counts = info.path("counts");
    // all but the demolished one
    assertThat(counts.path("buildings").asInt()).isEqualTo(12);
    assertThat(counts.path("grids").asInt()).isEqualTo(5);
  }

  @Test
  void theUnitsOfTheRegisterAreThoseOfItsGridsAndOfNone() {
    long everywhere = service.get("/api/info").body().path("counts").path("units").asLong();
    String[] counted =
        service
            .rows(
                "SELECT count(*) FROM occupancy_derive(ARRAY(SELECT id FROM identity.unit)) d"
                    + " JOIN building b ON b.id = d.building_id AND upper_inf(b.recorded)"
                    + " WHERE d.valid @> now()::date AND b.valid @> now()::date AND b.status = 'STANDING'")
            .get(0)
            .toArray(String[]::new);
    assertThat(everywhere).isEqualTo(Long.parseLong(counted[0]));
  }

  @Test
  void theNewestChangeIsNamed() {
    JsonNode before = service.get("/api/info").body().path("lastChange");
    String id =
        service
            .rows(
                "INSERT INTO change (who, why, source, kind)"
                    + " VALUES ('fixture', 'test', 'info', 'IMPORT') RETURNING id")
            .get(0)
            .get(0);
    JsonNode after = service.get("/api/info").body().path("lastChange");
    assertThat(after.path("id").asString())
        .isEqualTo(id)
        .isNotEqualTo(before.path("id").asString());
    assertThat(after.path("at").asString()).endsWith("Z");
  }
}
