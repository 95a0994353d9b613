package org.shuangshi.registry.geoserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files agree with each other and leave no door open; no database is needed for that. */
class GeoServerDirectoryTest {

  private static final List<String> DEFINING =
      List.of("workspace.xml", "namespace.xml", "datastore.xml", "featuretype.xml", "layer.xml");

  @Test
  void everyIdIsGivenOnceAndEveryReferenceFindsItsKind() {
    List<Xml> things =
        Stream.concat(
                DEFINING.stream().flatMap(name -> GeoServerDirectory.all(name).stream()),
                GeoServerDirectory.styles().stream())
            .toList();
    Map<String, String> kindById =
        things.stream().collect(Collectors.toMap(thing -> thing.text("id"), Xml::name));

    Map<String, String> kindByPlace =
        Map.of(
            "workspace", "workspace",
            "namespace", "namespace",
            "store", "dataStore",
            "resource", "featureType",
            "defaultStyle", "style");
    List<String> dangling = new ArrayList<>();
    int references = 0;
    for (Xml thing : things) {
      for (Xml child : thing.children()) {
        String kind = kindByPlace.get(child.name());
        if (kind != null) {
          references++;
          if (!kind.equals(kindById.get(child.text("id")))) {
            dangling.add(thing.text("id") + " → " + child.name() + " " + child.text("id"));
          }
        }
      }
    }
    assertThat(dangling).isEmpty();
    assertThat(references).isGreaterThan(12);
  }

  @Test
  void everyLayerShowsTheFeatureTypeOfItsOwnFolder() {
    for (Xml type : GeoServerDirectory.all("featuretype.xml")) {
      String name = type.text("name");
      Path folder = GeoServerDirectory.WORKSPACE.resolve("publish").resolve(name);
      Xml layer = Xml.of(folder.resolve("layer.xml"));
      assertThat(layer.text("name")).isEqualTo(name);
      assertThat(layer.text("resource/id")).isEqualTo(type.text("id"));
      assertThat(type.text("srs")).isEqualTo("EPSG:4490");
      assertThat(type.text("enabled")).isEqualTo("true");
      assertThat(Double.parseDouble(type.text("latLonBoundingBox/minx")))
          .isLessThan(Double.parseDouble(type.text("latLonBoundingBox/maxx")));
    }
  }

  @Test
  void everyStyleHasItsSldWithATitledRuleForEachLook() {
    assertThat(GeoServerDirectory.styles()).hasSize(3);
    for (Xml style : GeoServerDirectory.styles()) {
      String name = style.text("name");
      assertThat(style.text("filename")).isEqualTo(name + ".sld");
      Xml sld = GeoServerDirectory.sld(name);
      assertThat(sld.name()).isEqualTo("StyledLayerDescriptor");
      assertThat(sld.element().getAttribute("version"))
          .isEqualTo(style.text("languageVersion/version").substring(0, 5));
      assertThat(sld.text("NamedLayer/Name")).isEqualTo("registry:" + name);
      assertThat(sld.all("Rule")).isNotEmpty();
      for (Xml rule : sld.all("Rule")) {
        assertThat(rule.text("Title")).as(name).isNotEmpty();
        assertThat(rule.children()).as(name).anyMatch(e -> e.name().endsWith("Symbolizer"));
        assertThat(rule.children().stream().map(e -> order(e.name()))).as(name).isSorted();
      }
    }
  }

  /** Order of SLD 1.0 inside a rule; a strict parser refuses any other. */
  private static int order(String name) {
    int at =
        List.of("Name", "Title", "Filter", "MinScaleDenominator", "MaxScaleDenominator")
            .indexOf(name);
    return at >= 0 ? at : name.endsWith("Symbolizer") ? 9 : -1;
  }

  @Test
  void nobodyReadsOrWritesWithoutSigningIn() throws Exception {
    Properties rules = new Properties();
    try (var in =
        Files.newBufferedReader(GeoServerDirectory.ROOT.resolve("security/layers.properties"))) {
      rules.load(in);
    }
    assertThat(rules.remove("mode")).isEqualTo("HIDE");
    assertThat(rules).containsEntry("*.*.r", "ADMIN").containsEntry("*.*.w", "ADMIN");
    for (String rule : rules.stringPropertyNames()) {
      List<String> roles = List.of(rules.getProperty(rule).split(",", -1));
      assertThat(roles).as(rule).doesNotContain("*", "ROLE_ANONYMOUS", "");
      if (rule.endsWith(".w")) {
        assertThat(roles).as(rule).containsExactly("ADMIN");
      }
    }
  }

  @Test
  void noPasswordAndNoAccountIsTracked() {
    Xml store = Xml.of(GeoServerDirectory.WORKSPACE.resolve("publish/datastore.xml"));
    Map<String, String> parameters =
        store.all("entry").stream()
            .collect(Collectors.toMap(e -> e.element().getAttribute("key"), Xml::text));
    assertThat(parameters)
        .containsEntry("user", "registry_publish")
        .containsEntry("schema", "publish")
        .containsEntry("passwd", "${REGISTRY_DB_PASSWORD}")
        .containsEntry("host", "${REGISTRY_DB_HOST}")
        .containsEntry("Primary key metadata table", "publish.gt_pk_metadata");
    assertThat(GeoServerDirectory.files().stream().map(f -> f.getFileName().toString()))
        .doesNotContain("users.xml", "geoserver-environment.properties", "masterpw.xml");
    String start = GeoServerDirectory.read(GeoServerDirectory.ROOT.resolveSibling("start.sh"));
    assertThat(start).contains("REGISTRY_DB_PASSWORD=", "REGISTRY_DB_HOST=", "ADMIN_PASSWORD_FILE");
  }
}
