package org.shuangshi.intake.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.intake.database.DatabaseException;
import org.shuangshi.intake.database.RegisterDatabase;
import org.shuangshi.intake.fact.ChangeReason;
import org.shuangshi.intake.fact.ChangeTransaction;
import org.shuangshi.intake.fact.FactWriter.Written;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.intake.keyring.PersonResealing;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.ImportSummary.FileSummary;
import org.shuangshi.intake.load.ImportSummary.IssueCount;
import org.shuangshi.intake.load.ImportSummary.PartSummary;

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

  /**
   * Runs a request.
   *
   * @throws ImportException {@code column.missing}, {@code key.unknown-column}, {@code
   *     crs.missing}, {@code geometry.no-column}, {@code file.all-rejected}
   */
  public ImportSummary run(ImportRequest request, ImportProgress progress)
      throws IOException, SQLException, CrsException, DatabaseException, ImportException {
    ChangeReason reason =
        new ChangeReason(request.who(), request.why(), request.source(), ChangeReason.Kind.IMPORT);
    try (Connection connection = database.connect()) {
      LoadSql sql = new LoadSql(connection);
      sql.run("SET temp_buffers = '64MB'"); // before the first temporary table of the session
      sql.run("SET work_mem = '96MB'");
      sql.run("SET maintenance_work_mem = '256MB'"); // indexes of a first load
      sql.run("SET jit = off"); // thousands of short plans
      new PersonResealing(seal).run(connection, done -> progress.step("封存人口的证件号码和电话", -1, done));
      try (ChangeTransaction transaction =
          ChangeTransaction.beginImport(
              connection, reason, () -> progress.step("等待另一项导入结束", -1, 0))) {
        List<FileSummary> files = load(request, transaction, progress);
        ImportSummary summary =
            new ImportSummary(files, transaction.findChange(), request.dryRun());
        if (!request.dryRun()) {
          transaction.commit();
        }
        return summary;
      }
    }
  }

  private List<FileSummary> load(
      ImportRequest request, ChangeTransaction transaction, ImportProgress progress)
      throws IOException, SQLException, CrsException, ImportException {
    List<FileSummary> files = new ArrayList<>();
    for (SourceFile file : request.files()) {
      FileSummary summary = load(request, file, transaction, progress);
      files.add(summary);
      if (summary.rows() > 0 && summary.rejected() >= summary.rows()) {
        throw new AllRejectedException(summary);
      }
    }
    if (request.files().stream().anyMatch(file -> file.kind().touchesOccupancy())) {
      new Occupancy(transaction).refresh(units -> progress.step("推算居住状态", -1, units));
    }
    if (transaction.findChange().isPresent()) {
      progress.step("推算所在网格", -1, 0);
      new Links(transaction).placesFollow();
    }
    return files;
  }

  private FileSummary load(
      ImportRequest request,
      SourceFile file,
      ChangeTransaction transaction,
      ImportProgress progress)
      throws IOException, SQLException, CrsException, ImportException {
    String name = String.valueOf(file.file().getFileName());
    Kind kind = file.kind();
    Issues issues = new Issues(issue -> progress.issue(name, issue));
    FileIntake.Read read =
        new FileIntake(request, file, issues, progress, seal).stage(transaction.connection());
    progress.step("核对 " + name, -1, read.rows());
    LoadSql sql = new LoadSql(transaction.connection());
    sql.run("ANALYZE stage");
    StageCheck check = new StageCheck(sql, kind, issues);
    check.keys(read.mapping().keyChosen());
    check.likenesses(request.source());
    check.references(request.source());
    if (kind == Kind.PEOPLE) {
      new ResidenceCheck(sql, issues).oneMainAndOneHead(request.source());
    }
    if (PartWrite.isPlaced(kind)) {
      check.places();
    }
    progress.step("写入 " + name, -1, read.rows());
    List<PartSummary> parts = new ArrayList<>();
    for (String table : kind.tables()) {
      Written written = new PartWrite(transaction, request.source(), seal).write(table);
      parts.add(new PartSummary(table, written));
      if (table.equals(kind.table())) {
        new Links(transaction).follow(kind, written);
      }
    }
    check.dropAll();
    return new FileSummary(
        name,
        kind,
        read.mapping().keyName(),
        read.crs(),
        read.mapping().ignored(),
        read.rows(),
        issues.rejectedRows(),
        parts,
        issues.tallies().stream()
            .map(
                each -> new IssueCount(each.severity(), each.code(), each.count(), each.examples()))
            .toList());
  }
}
