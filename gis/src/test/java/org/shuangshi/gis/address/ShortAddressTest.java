package org.shuangshi.gis.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The browser cuts addresses by a rule of its own; both are held to one table. */
class ShortAddressTest {
  private static final Path CASES = Path.of("../frontend/test/short-addresses.csv");

  @Test
  void theBrowserCutsWhereTheStreetIsReadToEnd() throws IOException {
    AddressReader reader = new AddressReader(Gazetteer.EMPTY);
    for (String line : Files.readAllLines(CASES)) {
      String[] cells = line.split(",");
      String text = cells[0];
      Span street = reader.read(text).spans().get(Component.STREET);
      String rest = street == null ? "" : text.substring(street.to());
      assertThat(rest.isEmpty() ? text : rest).isEqualTo(cells[1]);
    }
  }
}
