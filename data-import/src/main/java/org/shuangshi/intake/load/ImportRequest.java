package org.shuangshi.intake.load;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.ReadOptions;
import org.shuangshi.intake.coordinate.Stated;
import org.shuangshi.intake.mapping.Wish;

/**
 * What to bring in, how, and in whose name.
 *
 * @param files in the order they are loaded; one transaction for all
 * @param source what (source, key) begins with; the change record names it too
 * @param key name of the key column; null: found as {@link ColumnSearch} says
 * @param coordinates of the files, over what they say themselves
 * @param layer of a file with several; null: the only one
 * @param from first day of what rows without valid_from say
 * @param dryRun whether everything is done but the last step
 * @param acceptAnomalies whether somebody said yes to what a batch seldom does ({@link Anomaly});
 *     else such a batch is refused
 * @param wish how columns are to be found, and the words of the source to be read
 * @param account whose areas it is held to; null: it may write everywhere
 */
public record ImportRequest(
    List<SourceFile> files,
    String source,
    @Nullable String key,
    Stated coordinates,
    @Nullable String layer,
    LocalDate from,
    String who,
    String why,
    boolean dryRun,
    boolean acceptAnomalies,
    Wish wish,
    @Nullable Long account) {

  public ImportRequest {
    files = List.copyOf(files);
  }

  /** One that may write everywhere, and nobody has said yes to yet. */
  public ImportRequest(
      List<SourceFile> files,
      String source,
      @Nullable String key,
      @Nullable Crs crs,
      @Nullable String layer,
      LocalDate from,
      String who,
      String why,
      boolean dryRun) {
    this(files, source, key, Stated.of(crs), layer, from, who, why, dryRun, false, Wish.NONE, null);
  }

  /** The same, with somebody's yes. */
  public ImportRequest accepted() {
    return new ImportRequest(
        files, source, key, coordinates, layer, from, who, why, dryRun, true, wish, account);
  }

  /** The same, its columns found another way. */
  public ImportRequest with(Wish wanted) {
    return new ImportRequest(
        files,
        source,
        key,
        coordinates,
        layer,
        from,
        who,
        why,
        dryRun,
        acceptAnomalies,
        wanted,
        account);
  }

  /**
   * Layer and encoding as asked for, else as chosen.
   *
   * @throws ImportException {@code encoding.unknown}
   */
  public ReadOptions reading() throws ImportException {
    return Opening.options(layer, wish.choice());
  }

  /**
   * The same, and the columns of the geometry where it is a table.
   *
   * @throws ImportException those of {@link FileReading#of}
   */
  public ReadOptions reading(SourceFile file) throws ImportException, FeatureFileException {
    return FileReading.of(file.file(), file.kind(), layer, key, wish);
  }

  /** A file and what it holds. */
  public record SourceFile(Path file, Kind kind) {}
}
