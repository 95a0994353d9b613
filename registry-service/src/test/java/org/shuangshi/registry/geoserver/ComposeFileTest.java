package org.shuangshi.registry.geoserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The compose file names what exists and opens one port, on loopback. */
class ComposeFileTest {

  private static final Path DOCKER = Path.of("..", "docker");

  private final Map<String, Object> compose =
      new Yaml().load(GeoServerDirectory.read(DOCKER.resolve("docker-compose.yml")));

  private Map<String, Object> service(String name) {
    return map(part("services").get(name));
  }

  private Map<String, Object> part(String name) {
    return map(compose.get(name));
  }

  @Test
  void onlyTheServiceHasAPortAndItIsOnLoopback() {
    assertThat(part("services")).containsOnlyKeys("db", "service", "geoserver");
    assertThat(service("db")).doesNotContainKey("ports");
    assertThat(service("geoserver")).doesNotContainKey("ports");
    assertThat(list(service("service"), "ports"))
        .hasSize(1)
        .allMatch(p -> p.startsWith("127.0.0.1:"));
    assertThat(list(service("db"), "networks")).containsExactly("inner");
    assertThat(list(service("geoserver"), "networks")).containsExactly("inner");
    assertThat(map(part("networks").get("inner"))).containsEntry("internal", true);
  }

  @Test
  void everyPathOfTheTreeExists() {
    for (String name : List.of("db", "service")) {
      Map<String, Object> build = map(service(name).get("build"));
      Path context = DOCKER.resolve(String.valueOf(build.get("context")));
      assertThat(context.resolve(String.valueOf(build.getOrDefault("dockerfile", "Dockerfile"))))
          .exists();
    }
    assertThat(list(service("geoserver"), "volumes"))
        .anyMatch(v -> v.equals("./geoserver:/seed:ro"));
    for (String script : List.of("start.sh", "healthy.sh", "recalculate.sh", "data/workspaces")) {
      assertThat(DOCKER.resolve("geoserver").resolve(script)).exists();
    }
    for (String script :
        List.of(
            "db/entrypoint.sh", "service/entrypoint.sh", "service/healthy.sh", "make-secrets.sh")) {
      assertThat(Files.isExecutable(DOCKER.resolve(script))).as(script).isTrue();
    }
  }

  @Test
  void passwordsComeFromFilesThatAScriptMakes() {
    String script = GeoServerDirectory.read(DOCKER.resolve("make-secrets.sh"));
    assertThat(part("secrets").keySet()).isNotEmpty().allMatch(script::contains);
    assertThat(GeoServerDirectory.read(DOCKER.resolve(".gitignore"))).contains("secrets/", ".env");
    for (String name : part("services").keySet()) {
      map(service(name).get("environment"))
          .forEach(
              (key, value) -> {
                if (key.contains("PASSWORD")) {
                  assertThat(String.valueOf(value))
                      .as(name + " " + key)
                      .startsWith("/run/secrets/");
                }
              });
    }
  }

  /** CVE-2024-36401 and its like: a named version, never a moving tag, and none before 2.27. */
  @Test
  void geoserverIsPinned() {
    var version =
        Pattern.compile(":\\$\\{GEOSERVER_VERSION:-2\\.(\\d+)\\.\\d+}$")
            .matcher(String.valueOf(service("geoserver").get("image")));
    assertThat(version.find()).isTrue();
    assertThat(Integer.parseInt(version.group(1))).isGreaterThanOrEqualTo(27);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<String> list(Map<String, Object> in, String key) {
    return (List<String>) in.getOrDefault(key, List.of());
  }
}
