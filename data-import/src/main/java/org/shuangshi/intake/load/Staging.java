package org.shuangshi.intake.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.shuangshi.intake.fact.FactTable;

/**
 * The temporary table {@code stage} that a file's good rows are copied into: row number, key, days,
 * verb, one column per {@link Column} and the geometry.
 */
final class Staging implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Kind kind;
  private final CopyIn copy;
  private final CopyText text = new CopyText();
  private final StringBuilder buffer = new StringBuilder(BUFFER + 4096);

  private Staging(Kind kind, CopyIn copy) {
    this.kind = kind;
    this.copy = copy;
  }

  /** Makes the table alone; columns that a fact table has too are of its type there. */
  static void create(Connection connection, Kind kind) throws SQLException {
    FactTable table = FactTable.read(connection, kind.table(), Set.of());
    String columns =
        kind.columns().stream()
            .map(column -> '"' + column.name() + "\" " + type(column, table) + ", ")
            .collect(Collectors.joining());
    GeometryColumn place = kind.geometry();
    String geometry = place == null ? "" : ", geom " + table.type(place.name());
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMP TABLE stage (line bigint, key text, since date, until date, "
              + columns
              + "exact boolean"
              + geometry
              + ") ON COMMIT DROP");
    }
  }

  private static String type(Column column, FactTable table) {
    return column.reference() == null && table.has(column.name())
        ? table.type(column.name())
        : column.type();
  }

  /** Makes the table and opens it for rows. */
  static Staging open(Connection connection, Kind kind) throws SQLException {
    create(connection, kind);
    return new Staging(
        kind, connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY stage FROM STDIN"));
  }

  void add(Row row, LocalDate since, @Nullable LocalDate until, boolean exact)
      throws SQLException, IOException {
    text.start().add(row.number()).add(row.key()).add(since).add(until);
    for (Column column : kind.columns()) {
      text.add(row.get(column.name()));
    }
    text.add(exact);
    if (kind.geometry() != null) {
      text.add(row.geometry());
    }
    buffer.append(text.end());
    if (buffer.length() >= BUFFER) {
      flush();
    }
  }

  /** A key out of what the row says: the same content, the same key, in whatever file. */
  String contentKey(Row row) {
    CopyText content = new CopyText().start();
    for (Column column : kind.columns()) {
      content.add(row.get(column.name()));
    }
    content.add(row.geometry());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(content.end().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Ends the copying; the rows are there. */
  void finish() throws SQLException {
    flush();
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private void flush() throws SQLException {
    byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    buffer.setLength(0);
  }

  /** Columns of {@link #create} that say something of the thing. */
  static List<String> contentColumns(Kind kind) {
    List<String> names = new ArrayList<>(List.of("since", "until"));
    kind.columns().forEach(column -> names.add(column.name()));
    if (kind.geometry() != null) {
      names.add("geom");
    }
    return names;
  }
}
