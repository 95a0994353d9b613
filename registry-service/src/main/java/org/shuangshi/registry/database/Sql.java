package org.shuangshi.registry.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Statements of the service, one a file.
 *
 * <pre>{@code private static final String CARD = Sql.of("grid/card.sql");}</pre>
 */
public final class Sql {

  private Sql() {}

  /**
   * The statement in a file under {@code resources/sql}, without its header: comment lines would be
   * sent with every execution.
   */
  public static String of(String file) {
    try (InputStream in = Sql.class.getResourceAsStream("/sql/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no such statement: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.stripLeading().startsWith("--"))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
