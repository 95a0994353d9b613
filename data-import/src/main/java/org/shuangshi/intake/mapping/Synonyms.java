package org.shuangshi.intake.mapping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Names that columns go by in files, beside the ones an import takes without asking: {@code
 * synonyms.txt}, a field to a line.
 */
public final class Synonyms {

  private static final Map<String, List<String>> ALL = read();

  private Synonyms() {}

  /** Of a field of a kind of file: {@code ("buildings", "floors")}. */
  public static List<String> of(String kind, String field) {
    return ALL.getOrDefault(kind + "." + field, List.of());
  }

  /** All it says something of: {@code buildings.floors}. */
  public static Set<String> fields() {
    return ALL.keySet();
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> all = new HashMap<>();
    try (InputStream in = Synonyms.class.getResourceAsStream("synonyms.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (!line.startsWith("#") && colon > 0) {
          all.put(line.substring(0, colon), List.of(line.substring(colon + 1).strip().split(" +")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
