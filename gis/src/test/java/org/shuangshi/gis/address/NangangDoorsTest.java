package org.shuangshi.gis.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The door plates of Nangang in Taipei (里 鄰 路 段 巷 弄 號 之 樓), whose table says beside each text what
 * its parts are; of the official codes of districts and villages there is no name in it.
 */
class NangangDoorsTest {
  private final AddressReader reader = new AddressReader(Gazetteer.EMPTY);
  private int rows;
  private int whole;
  private int street;
  private int door;

  @Test
  void partsAreReadAsTheTableHasThem() throws IOException {
    String data = System.getenv("REGISTRY_TEST_DATA");
    assumeTrue(data != null, "REGISTRY_TEST_DATA is not set");
    Path file = Path.of(data, "taipei-nangang/addresses_2026.csv.gz");
    assumeTrue(Files.exists(file), "REGISTRY_TEST_DATA has no " + file);

    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.readLine();
      lines.lines().forEach(line -> take(List.of(line.split(",", -1))));
    }

    System.out.printf(
        "%d doors: %.4f read whole, %.4f road, section and lane, %.4f door, floor and flat%n",
        rows, share(whole), share(street), share(door));
    assertThat(rows).isEqualTo(42_986);
    assertThat(share(whole)).isGreaterThan(0.999);
    assertThat(share(street)).isGreaterThan(0.999);
    assertThat(share(door)).isGreaterThan(0.99);
  }

  private double share(int count) {
    return (double) count / rows;
  }

  private void take(List<String> cells) {
    rows++;
    String text = cells.get(0);
    Reading reading = reader.read(text);
    whole += reading.leftOver().isEmpty() ? 1 : 0;
    boolean alike =
        said(reading, Component.VILLAGE_GROUP).equals(cells.get(4))
            && said(reading, Component.ROAD).equals(cells.get(5))
            && section(said(reading, Component.SECTION)).equals(section(cells.get(6)))
            && said(reading, Component.LANE)
                .equals(cells.get(7) + cells.get(8) + cells.get(9) + cells.get(10));
    street += alike ? 1 : 0;
    String number = cells.get(11);
    int floorAt = number.indexOf('號') + 1;
    int flatAt = number.indexOf('樓') + 1;
    String floor = flatAt > floorAt ? number.substring(floorAt, flatAt) : "";
    String plate = said(reading, Component.DOOR_NUMBER) + said(reading, Component.DOOR_SUFFIX);
    boolean numbers =
        plate.replace("號", "").equals(number.substring(0, floorAt).replace("號", ""))
            && said(reading, Component.FLOOR).equals(floor)
            && said(reading, Component.ROOM).equals(flatAt > 0 ? number.substring(flatAt) : "");
    door += numbers ? 1 : 0;
  }

  private static String said(Reading reading, Component component) {
    Span span = reading.spans().get(component);
    return span == null ? "" : span.of(reading.original());
  }

  private static String section(String written) {
    return written.isEmpty() ? "" : Comparison.key(Component.SECTION, written);
  }
}
