package org.shuangshi.registry.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Statements of the service, one a file.
 *
 * <pre>{@code private static final String CARD = Sql.of("grid/card.sql");}</pre>
 */
public final class Sql {
  private static final String COMMENT = "--";

  private Sql() {}

  /**
   * The statement in a file under {@code resources/sql}, without its header: comment lines would be
   * sent with every execution.
   */
  public static String of(String file) {
    return lines(file).stream()
        .filter(line -> !line.stripLeading().startsWith(COMMENT))
        .collect(Collectors.joining("\n"));
  }

  /** What the header says under this name, as {@code -- name: what it says}. */
  static Optional<String> header(String file, String name) {
    String mark = COMMENT + " " + name + ": ";
    return lines(file).stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .findFirst();
  }

  private static List<String> lines(String file) {
    try (InputStream in = Sql.class.getResourceAsStream("/sql/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no such statement: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
