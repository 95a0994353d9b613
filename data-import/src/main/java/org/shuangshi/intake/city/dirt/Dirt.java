package org.shuangshi.intake.city.dirt;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spoils the rows of a city on their way into its files.
 *
 * <pre>{@code
 * try (Dirt dirt = new Dirt(0.002, seed, directory)) {
 *   SpoiltTable units = dirt.table("units", List.of("id", "building", "room"));
 *   for (DirtyRow row : units.spoil(null, "U1", "B1", "101")) …
 * }
 * }</pre>
 *
 * <p>Writes beside them {@code planted.csv} and {@code consequences.csv}: file, row as the readers
 * count, key, the code an import has to give, and what was done. A consequence is a row that is
 * sound and refers to one that is not.
 *
 * <ol>
 *   <li>Every fault of a kind is planted once, if the kind has rows for it, then at the share.
 *   <li>A row has one fault at most; the others are as they are without dirt.
 *   <li>The same seed gives the same bytes.
 * </ol>
 */
public final class Dirt implements Closeable {

  /** Of a hundred thousand rows two hundred: what a department's file has. */
  public static final double SHARE = 0.002;

  private final double share;
  private final long seed;
  private final Protocol planted;
  private final Protocol consequences;
  private final Lost lost = new Lost();
  private final Homes homes = new Homes();

  /**
   * @param share of rows that are spoilt, in (0, 1)
   * @param seed of the city; the faults have chances of their own
   * @param directory to write the lists into
   */
  public Dirt(double share, long seed, Path directory) throws IOException {
    this.share = share;
    this.seed = seed;
    planted = new Protocol(directory.resolve("planted.csv"));
    try {
      consequences = new Protocol(directory.resolve("consequences.csv"));
    } catch (IOException e) {
      planted.close();
      throw e;
    }
  }

  /** Columns that rows of a kind get beside their own, empty in rows that are not spoilt. */
  public static List<String> extraColumns(String kind) {
    return Faults.EXTRA_COLUMNS.getOrDefault(kind, List.of());
  }

  /**
   * Opens the spoiling of one kind of row.
   *
   * @param columns of the rows, those of {@link #extraColumns} at their end
   */
  public SpoiltTable table(String kind, List<String> columns) {
    Chances chances = new Chances(seed, kind);
    return new SpoiltTable(kind, columns, share, chances, lost, homes, planted, consequences);
  }

  /** Addresses that come when all else is there: rows of the columns of the others. */
  public List<DirtyRow> lateAddresses() {
    return homes.late();
  }

  @Override
  public void close() throws IOException {
    try (planted) {
      consequences.close();
    }
  }

  /** Keys of rows that an import will not take, by kind. */
  static final class Lost {
    private final Map<String, Set<String>> keys = new HashMap<>();

    void add(String kind, String key) {
      keys.computeIfAbsent(kind, any -> new HashSet<>()).add(key);
    }

    boolean has(String kind, Object key) {
      return keys.getOrDefault(kind, Set.of()).contains(String.valueOf(key));
    }
  }

  /** One of the two lists. */
  static final class Protocol implements Closeable {
    private final BufferedWriter out;

    Protocol(Path file) throws IOException {
      out = Files.newBufferedWriter(file);
      out.write("file,row,key,code,what\r\n");
    }

    void add(String file, long row, String key, String code, String what) throws IOException {
      out.write(file + "," + row + "," + key + "," + code + "," + what + "\r\n");
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
