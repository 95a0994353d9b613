package org.shuangshi.registry.geoserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangshi.intake.database.TestDatabase;

/** What the directory names is in the migrated database, and nothing personal is. */
class PublishedViewsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void everyViewIsALayerAndEveryLayerAView() {
    assertThat(
            strings(
                "SELECT table_name FROM information_schema.views WHERE table_schema = 'publish'"))
        .containsExactlyInAnyOrderElementsOf(
            GeoServerDirectory.all("featuretype.xml").stream()
                .map(t -> t.text("nativeName"))
                .toList());
  }

  @Test
  void everyViewHasItsKeyAndOneGeometryOf4490() {
    for (Xml type : GeoServerDirectory.all("featuretype.xml")) {
      String view = type.text("nativeName");
      assertThat(
              strings(
                  "SELECT srid::text FROM geometry_columns WHERE f_table_schema = 'publish' AND f_table_name = '"
                      + view
                      + "'"))
          .as(view)
          .containsExactly("4490");
      List<String> key =
          strings(
              "SELECT pk_column FROM publish.gt_pk_metadata WHERE table_schema = 'publish' AND table_name = '"
                  + view
                  + "'");
      assertThat(key).as(view).hasSize(1);
      assertThat(columns(view)).as(view).containsAll(key);
    }
  }

  @Test
  void stylesAskOnlyForColumnsThatAreThere() {
    for (Xml layer : GeoServerDirectory.all("layer.xml")) {
      String name = layer.text("name");
      List<String> asked =
          GeoServerDirectory.sld(name).all("PropertyName").stream()
              .map(Xml::text)
              .distinct()
              .toList();
      assertThat(asked).as(name).isNotEmpty();
      assertThat(columns(name)).as(name).containsAll(asked);
    }
  }

  @Test
  void everyUseOfABuildingHasAColour() {
    assertThat(literals("building", "use"))
        .containsExactlyInAnyOrderElementsOf(allowed("building_use_known"));
  }

  @Test
  void everyKindOfGridAndLevelOfRegionIsDrawn() {
    assertThat(literals("grid", "kind"))
        .containsExactlyInAnyOrderElementsOf(allowed("grid_kind_known"));
    assertThat(literals("region", "level"))
        .containsExactlyInAnyOrderElementsOf(allowed("region_level_known"));
  }

  @Test
  void viewsReadPlacesAndNeverPeople() {
    assertThat(
            strings(
                "SELECT DISTINCT table_name FROM information_schema.view_table_usage WHERE view_schema = 'publish'"))
        .containsExactlyInAnyOrder("region", "grid", "building", "address");
  }

  /** Columns called name come out of GML 3.2 as gml:name, away from the other attributes. */
  @Test
  void noColumnIsCalledName() {
    for (Xml type : GeoServerDirectory.all("featuretype.xml")) {
      assertThat(columns(type.text("nativeName"))).doesNotContain("name");
    }
  }

  @Test
  void thePublishRoleReadsTheViewsAndNothingElse() throws Exception {
    database.execute(
        "DO $$ BEGIN CREATE ROLE registry_publish NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$");
    try (var in =
        PublishedViewsTest.class.getResourceAsStream("/db/migration/V011__publish_grants.sql")) {
      assertThat(in).isNotNull();
      database.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertThat(
            strings(
                "SELECT table_schema || '.' || table_name FROM information_schema.tables"
                    + " WHERE table_schema IN ('publish', 'register', 'identity')"
                    + " AND has_table_privilege('registry_publish', format('%I.%I', table_schema, table_name), 'SELECT')"))
        .containsExactlyInAnyOrder(
            "publish.region", "publish.grid", "publish.building", "publish.gt_pk_metadata");
    assertThat(
            strings("SELECT has_schema_privilege('registry_publish', 'register', 'USAGE')::text"))
        .containsExactly("false");
  }

  private static List<String> literals(String style, String column) {
    List<String> found = new ArrayList<>();
    for (Xml equal : GeoServerDirectory.sld(style).all("PropertyIsEqualTo")) {
      if (equal.text("PropertyName").equals(column)) {
        found.add(equal.text("Literal"));
      }
    }
    return found;
  }

  /** The values a CHECK (… IN (…)) of this name lists. */
  private static List<String> allowed(String constraint) {
    String definition =
        strings(
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = '"
                    + constraint
                    + "'")
            .get(0);
    return Pattern.compile("'(\\w+)'")
        .matcher(definition)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static List<String> columns(String view) {
    return strings(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'publish' AND table_name = '"
            + view
            + "'");
  }

  private static List<String> strings(String sql) {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
