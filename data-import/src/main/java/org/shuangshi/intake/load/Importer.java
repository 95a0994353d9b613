package org.shuangshi.intake.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.intake.database.DatabaseException;
import org.shuangshi.intake.database.RegisterDatabase;
import org.shuangshi.intake.fact.ChangeReason;
import org.shuangshi.intake.fact.ChangeTransaction;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.intake.keyring.PersonResealing;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.ImportSummary.FileSummary;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.Profiles;
import org.shuangshi.intake.mapping.Wish;

/**
 * Brings files into the register, all of a request in one transaction under one change record.
 *
 * <pre>{@code
 * ImportSummary summary = new Importer(database, ring).run(request, ImportProgress.SILENT);
 * }</pre>
 *
 * <p>Good rows go in although others are rejected. A file that cannot be read as what it should be,
 * or of which every row is rejected, refuses the request: nothing is changed. Killed at any moment,
 * the register is as it was.
 */
public final class Importer {

  private final RegisterDatabase database;
  private final PersonSeal seal;

  public Importer(RegisterDatabase database, KeyRing ring) {
    this.database = database;
    this.seal = new PersonSeal(ring);
  }

  /** {@link #run(ImportRequest, ImportProgress, BeforeCommit)} with nothing to add. */
  public ImportSummary run(ImportRequest request, ImportProgress progress)
      throws IOException, SQLException, CrsException, DatabaseException, ImportException {
    return run(request, progress, BeforeCommit.nothing());
  }

  /**
   * Runs a request.
   *
   * @param beforeCommit done in the same transaction as its last step; also where nothing differed
   *     from what is known
   * @throws ImportException {@code column.missing}, {@code key.unknown-column}, those of {@link
   *     org.shuangshi.intake.coordinate.CoordinateCheck}, {@code geometry.no-column}, {@code
   *     file.all-rejected}, {@code import.cancelled}, {@code import.anomalous}
   */
  public ImportSummary run(
      ImportRequest request, ImportProgress progress, BeforeCommit<ImportSummary> beforeCommit)
      throws IOException, SQLException, CrsException, DatabaseException, ImportException {
    try (Connection connection = database.connect();
        Cancelling cancelling = Cancelling.watch(connection, progress)) {
      try {
        return run(request, progress, beforeCommit, connection, cancelling);
      } catch (SQLException e) {
        cancelling.mean(e);
        throw e;
      }
    }
  }

  private ImportSummary run(
      ImportRequest request,
      ImportProgress progress,
      BeforeCommit<ImportSummary> beforeCommit,
      Connection connection,
      Cancelling cancelling)
      throws IOException, SQLException, CrsException, ImportException {
    ChangeReason reason =
        new ChangeReason(request.who(), request.why(), request.source(), ChangeReason.Kind.IMPORT);
    prepare(connection);
    new PersonResealing(seal).run(connection, done -> progress.step("封存人口的证件号码和电话", -1, done));
    try (ChangeTransaction transaction =
        ChangeTransaction.beginImport(
            connection, reason, () -> progress.step("等待另一项导入结束", -1, 0))) {
      List<FileSummary> files = load(request, transaction, progress, cancelling);
      List<Anomaly> anomalies = follow(request, files, transaction, progress, cancelling);
      ImportSummary summary =
          new ImportSummary(files, transaction.findChange(), request.dryRun(), anomalies);
      Long account = request.account();
      if (account != null && summary.change().isPresent()) {
        AreaCheck.require(connection, account, summary.change().getAsLong());
      }
      cancelling.settle();
      if (request.dryRun()) {
        return summary;
      }
      if (!anomalies.isEmpty() && !request.acceptAnomalies()) {
        throw new AnomalousException(summary);
      }
      if (summary.change().isPresent()) {
        FileCoordinates.keep(connection, summary.change().getAsLong(), files);
      }
      keepChoice(connection, request, files);
      beforeCommit.run(connection, summary);
      transaction.commit();
      return summary;
    }
  }

  /**
   * What was chosen now is how the source is read from now on, with the columns that were found.
   */
  private static void keepChoice(
      Connection connection, ImportRequest request, List<FileSummary> files) throws SQLException {
    Wish wish = request.wish();
    if (wish.profile() != null || wish.choice().isNone()) {
      return;
    }
    for (FileSummary file : files) {
      Choice whole =
          wish.choice().withColumns(file.mapped().columns()).read(request.layer(), request.key());
      Profiles.save(connection, request.source(), file.kind().name(), whole, request.who());
    }
  }

  /** Settings of the session that loads of a city want. */
  static void prepare(Connection connection) throws SQLException {
    LoadSql sql = new LoadSql(connection);
    sql.run("SET temp_buffers = '64MB'"); // before the first temporary table of the session
    sql.run("SET work_mem = '96MB'");
    sql.run("SET maintenance_work_mem = '256MB'"); // indexes of a first load
    sql.run("SET jit = off"); // thousands of short plans
  }

  private List<FileSummary> load(
      ImportRequest request,
      ChangeTransaction transaction,
      ImportProgress progress,
      Cancelling cancelling)
      throws IOException, SQLException, CrsException, ImportException {
    FileLoad load = new FileLoad(request, transaction, progress, cancelling, seal);
    List<FileSummary> files = new ArrayList<>();
    Iterator<SourceFile> all = request.files().iterator();
    SourceFile file = all.hasNext() ? all.next() : null;
    while (file != null) {
      cancelling.check();
      SourceFile next = all.hasNext() ? all.next() : null;
      boolean more = next != null && next.kind() == file.kind();
      transaction.moreToCome(more);
      FileSummary summary = load.load(file);
      if (!more) {
        transaction.endOfKind();
      }
      files.add(summary);
      if (summary.rows() > 0 && summary.rejected() >= summary.rows()) {
        throw new AllRejectedException(summary);
      }
      file = next;
    }
    return files;
  }

  /** What follows from all that was written; answers what of it is out of the ordinary. */
  private static List<Anomaly> follow(
      ImportRequest request,
      List<FileSummary> files,
      ChangeTransaction transaction,
      ImportProgress progress,
      Cancelling cancelling)
      throws SQLException, CancelledException {
    if (transaction.findChange().isEmpty()) {
      return List.of();
    }
    Anomalies anomalies = new Anomalies(transaction.connection(), request.from());
    Links links = new Links(transaction);
    // of a first load before the states are derived, which are then written with their places
    boolean first = links.noneYet();
    if (first) {
      progress.step("推算所在网格", -1, 0);
      links.placesFollow();
      cancelling.check();
    }
    if (request.files().stream().anyMatch(file -> file.kind().touchesOccupancy())) {
      Occupancy occupancy = new Occupancy(transaction);
      occupancy.find();
      anomalies.keepOccupied();
      occupancy.refresh(units -> progress.step("推算居住状态", -1, units));
      anomalies.vacated();
      cancelling.check();
    }
    anomalies.buildings(transaction.change());
    if (!first) {
      progress.step("推算所在网格", -1, 0);
      links.placesFollow();
    }
    List<Anomaly> all = new ArrayList<>(FileCoordinates.doubts(files));
    all.addAll(anomalies.found());
    return all;
  }
}
