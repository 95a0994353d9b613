package org.shuangshi.intake.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.crs.doctor.Belief;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.feature.Notice;
import org.shuangshi.intake.coordinate.Finding;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.mapping.Mapped;

/**
 * Reads one file into the staging table: columns found, coordinates moved, cells read, rows judged.
 */
final class FileIntake {

  /**
   * What was read.
   *
   * @param crs in words, for the summary; empty where the file has no geometry
   * @param coordinates what is believed of them; null where the file has no geometry
   */
  record Read(
      ColumnMapping mapping, String crs, @Nullable Finding coordinates, long rows, Mapped mapped) {}

  private static final int TELL_EVERY = 2000;

  private final ImportRequest request;
  private final SourceFile file;
  private final Issues issues;
  private final ImportProgress progress;
  private final Cancelling cancelling;
  private final PersonSeal seal;

  FileIntake(
      ImportRequest request,
      SourceFile file,
      Issues issues,
      ImportProgress progress,
      Cancelling cancelling,
      PersonSeal seal) {
    this.seal = seal;
    this.cancelling = cancelling;
    this.request = request;
    this.file = file;
    this.issues = issues;
    this.progress = progress;
  }

  /** Reads the file into a new staging table. */
  Read stage(Connection connection)
      throws IOException, SQLException, CrsException, ImportException {
    try (Opening opening = Opening.of(request, file, issues)) {
      FeatureReader reader = opening.reader();
      ColumnMapping mapping = opening.mapping();
      Finding finding = new FileCoordinates(request, file, issues).examine(connection, opening);
      Belief belief = finding == null ? null : finding.used();
      CrsTransform transform = belief == null ? null : belief.toRegister();
      RowMaker maker =
          opening.rows(file.kind(), new GeometryIntake(file.kind().geometry(), transform));
      ErasedKeys erased =
          file.kind() == Kind.PEOPLE ? ErasedKeys.read(connection, seal) : ErasedKeys.NONE;
      try (ReadAhead ahead = ReadAhead.of(reader);
          Staging staging = Staging.open(connection, file.kind())) {
        long rows = 0;
        for (Feature feature = ahead.next(); feature != null; feature = ahead.next()) {
          take(feature, maker, mapping, staging, erased);
          rows++;
          if (rows % TELL_EVERY == 0) {
            progress.step("读取", ahead.progress(), rows);
            cancelling.check();
          }
        }
        staging.finish();
        for (Notice notice : reader.notices()) {
          issues.add(Issue.ofFile(Severity.NOTICE, notice.code(), notice.message()));
        }
        Mapped mapped = opening.finish(issues);
        return new Read(mapping, belief == null ? "" : belief.label(), finding, rows, mapped);
      }
    }
  }

  private void take(
      Feature feature, RowMaker maker, ColumnMapping mapping, Staging staging, ErasedKeys erased)
      throws SQLException, IOException {
    Row row = maker.make(feature);
    LocalDate stated = row.rejected() ? null : maker.day(feature, mapping.validFrom(), row);
    LocalDate until = row.rejected() ? null : maker.day(feature, mapping.validTo(), row);
    if (!row.rejected() && file.kind() == Kind.EVIDENCE) {
      stated = (LocalDate) row.get("date"); // when it was seen is when it begins
    }
    LocalDate since = stated == null ? request.from() : stated;
    if (until != null && !until.isAfter(since)) {
      row.reject("period.empty", "失效日期不晚于生效日期（没有 valid_from 时从 " + request.from() + " 起）");
    }
    if (file.kind() == Kind.PEOPLE) {
      checkResidence(row, since, until);
    }
    if (!row.rejected() && mapping.key() < 0) {
      row.key(staging.contentKey(row));
    }
    if (!row.rejected() && erased.has(request.source(), row.key())) {
      row.reject("person.erased", "此人的个人信息已依法删除，不再登记");
    }
    if (!row.rejected()) {
      if (file.kind() == Kind.PEOPLE) {
        seal(row, PersonSeal.NUMBER);
        seal(row, PersonSeal.PHONE);
      }
      staging.add(row, since, until, stated != null && file.kind().statesPeriod());
    }
    row.issues().forEach(issues::add);
  }

  /** Before it comes to the database, for this row of the file; rows of one key compare as ever. */
  private void seal(Row row, String column) {
    row.set(column, seal.seal(PersonSeal.staged(row.key()), column, row.text(column)));
  }

  private static void checkResidence(Row row, LocalDate since, @Nullable LocalDate until) {
    LocalDate in = (LocalDate) row.get("moved_in");
    LocalDate out = (LocalDate) row.get("moved_out");
    LocalDate first = in == null ? since : in;
    LocalDate last = out == null ? until : out;
    boolean lives = row.get("unit") != null || row.get("address") != null;
    if (lives && last != null && !last.isAfter(first)) {
      row.reject("period.empty", "搬离日期不晚于入住日期（没有 moved_in 时从 " + first + " 起）");
    }
  }
}
