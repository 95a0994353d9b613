package org.shuangshi.intake.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.intake.fact.ChangeTransaction;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.ImportSummary.FileSummary;
import org.shuangshi.intake.load.ImportSummary.IssueCount;
import org.shuangshi.intake.load.ImportSummary.PartSummary;

/** Loads the files of one request, each in its turn: staged, judged, written, links following. */
final class FileLoad {

  private final ImportRequest request;
  private final ChangeTransaction transaction;
  private final ImportProgress progress;
  private final Cancelling cancelling;
  private final PersonSeal seal;

  FileLoad(
      ImportRequest request,
      ChangeTransaction transaction,
      ImportProgress progress,
      Cancelling cancelling,
      PersonSeal seal) {
    this.request = request;
    this.transaction = transaction;
    this.progress = progress;
    this.cancelling = cancelling;
    this.seal = seal;
  }

  FileSummary load(SourceFile file)
      throws IOException, SQLException, CrsException, ImportException {
    String name = String.valueOf(file.file().getFileName());
    Kind kind = file.kind();
    Issues issues = new Issues(issue -> progress.issue(name, issue));
    FileIntake.Read read =
        new FileIntake(request, file, issues, progress, cancelling, seal)
            .stage(transaction.connection());
    progress.step("核对 " + name, -1, read.rows());
    LoadSql sql = new LoadSql(transaction.connection());
    sql.run("ANALYZE stage");
    TextLinks texts = new TextLinks(sql, kind, issues);
    ImportSummary.Matched matched = texts.link(request.source());
    StageCheck check = judge(sql, kind, read, issues, texts);
    cancelling.check();
    progress.step("写入 " + name, -1, read.rows());
    List<PartSummary> parts = write(kind, issues);
    check.dropAll();
    return new FileSummary(
        name,
        kind,
        read.mapping().keyName(),
        read.crs(),
        read.coordinates(),
        read.mapping().ignored(),
        read.rows(),
        issues.rejectedRows(),
        parts,
        matched,
        issues.tallies().stream()
            .map(
                each -> new IssueCount(each.severity(), each.code(), each.count(), each.examples()))
            .toList(),
        read.mapped());
  }

  private StageCheck judge(
      LoadSql sql, Kind kind, FileIntake.Read read, Issues issues, TextLinks texts)
      throws SQLException {
    StageCheck check = new StageCheck(sql, kind, issues);
    check.keys(read.mapping().keyChosen());
    check.likenesses(request.source());
    check.references(request.source(), texts);
    texts.contradictions();
    if (kind == Kind.PEOPLE) {
      new ResidenceCheck(sql, issues).oneMainAndOneHead(request.source());
    }
    if (PartWrite.isPlaced(kind)) {
      check.places();
    }
    return check;
  }

  private List<PartSummary> write(Kind kind, Issues issues)
      throws SQLException, CancelledException {
    issues.refused().stage(transaction.connection());
    PartWrite write = new PartWrite(transaction, request.source(), request.from(), seal);
    List<PartSummary> parts = new ArrayList<>();
    for (String table : kind.tables()) {
      PartWrite.Part part = write.write(table);
      boolean own = table.equals(kind.table());
      parts.add(
          new PartSummary(table, part.written(), own ? issues.rejectedRows() : 0, part.missing()));
      if (own) {
        new Links(transaction).follow(kind, part.written());
      }
      cancelling.check();
    }
    new LoadSql(transaction.connection()).drop("refused");
    return parts;
  }
}
