package org.shuangshi.registry.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.intake.coordinate.Finding;
import org.shuangshi.intake.database.DatabaseException;
import org.shuangshi.intake.database.RegisterDatabase;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.intake.load.AllRejectedException;
import org.shuangshi.intake.load.AnomalousException;
import org.shuangshi.intake.load.CancelledException;
import org.shuangshi.intake.load.CoordinatesRefusedException;
import org.shuangshi.intake.load.ImportException;
import org.shuangshi.intake.load.ImportRequest;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.ImportSummary;
import org.shuangshi.intake.load.Importer;
import org.shuangshi.intake.load.Issue;
import org.shuangshi.intake.load.Undo;
import org.shuangshi.intake.load.UndoSummary;
import org.shuangshi.intake.mapping.Wish;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does the work of a job, as the owner of the tables: in bulk, beside row-level security; what it
 * writes is held to the areas of the account. The job's row is committed with it: after whatever
 * end either both are there or neither.
 */
@Component
class ImportWork {
  private static final String UNDONE =
      "UPDATE access.import_job SET state = 'UNDONE', since = now(), undone = CAST(? AS jsonb),"
          + " undo_id = ? WHERE id = ? AND state = 'UNDOING'";
  private static final String APPLIED =
      "UPDATE access.import_job SET state = 'APPLIED', since = now(), outcome = CAST(? AS jsonb),"
          + " change_id = ?, problem_code = NULL, problem = NULL WHERE id = ? AND state = 'APPLYING'";

  private final RegisterDatabase register;
  private final KeyRing ring;
  private final ImportFolder folder;
  private final CoordinateRepository coordinates;
  private final JsonMapper json;

  ImportWork(
      RegisterDatabase register,
      KeyRing ring,
      ImportFolder folder,
      CoordinateRepository coordinates,
      JsonMapper json) {
    this.coordinates = coordinates;
    this.register = register;
    this.ring = ring;
    this.folder = folder;
    this.json = json;
  }

  /** Refused as a whole, by its file or by what it would do. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ImportJob.Fault problem;

    /** As JSON; null where it did not come to rows. */
    private final transient @Nullable String outcome;

    RefusedException(String code, String detail, @Nullable String outcome) {
      super(code);
      this.problem = new ImportJob.Fault(code, detail);
      this.outcome = outcome;
    }

    ImportJob.Fault problem() {
      return problem;
    }

    @Nullable String outcome() {
      return outcome;
    }
  }

  /** Does everything but the last step; answers the outcome as JSON. */
  String check(ImportJob job, Progress progress)
      throws RefusedException, IOException, SQLException {
    return json.writeValueAsString(Outcome.of(run(job, true, progress)));
  }

  /** Writes, and says so in the job's row. */
  void apply(ImportJob job, Progress progress) throws RefusedException, IOException, SQLException {
    run(job, false, progress);
  }

  /** What taking it back would do now. */
  Undone undoPreview(ImportJob job) throws RefusedException, SQLException {
    return undoing(() -> new Undo(register).preview(changeOf(job)));
  }

  /** Takes it back, and says so in the job's row. */
  void undo(ImportJob job) throws RefusedException, SQLException {
    undoing(
        () ->
            new Undo(register)
                .run(
                    changeOf(job),
                    job.name(),
                    String.valueOf(job.undoWhy()),
                    (connection, summary) ->
                        write(connection, UNDONE, job.id(), Undone.of(summary), summary.change())));
  }

  private static long changeOf(ImportJob job) {
    return Objects.requireNonNull(job.change());
  }

  @FunctionalInterface
  private interface Undoing {
    UndoSummary done() throws SQLException, DatabaseException, ImportException;
  }

  private static Undone undoing(Undoing work) throws RefusedException, SQLException {
    try {
      return Undone.of(work.done());
    } catch (ImportException e) {
      throw new RefusedException(e.code(), message(e), null);
    } catch (DatabaseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where a job writes what is said about its rows: a line of JSON each. */
  Writer issues(long id) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(folder.writeIssues(id), StandardCharsets.UTF_8), 1 << 16);
  }

  void write(Writer to, Issue issue) {
    try {
      to.write(json.writeValueAsString(ToldIssue.of(issue)));
      to.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportSummary run(ImportJob job, boolean dryRun, Progress progress)
      throws RefusedException, IOException, SQLException {
    try (ImportFolder.Opened opened = folder.open(job.id(), job.fileName())) {
      ImportRequest request =
          new ImportRequest(
              List.of(new SourceFile(opened.file(), job.kind())),
              job.source(),
              job.keyToRead(),
              coordinates.of(job.id()).stated().stated(),
              job.layerToRead(),
              job.from(),
              job.name(),
              job.why(),
              dryRun,
              job.accepted(),
              new Wish(job.chosen(), job.profile()),
              job.account());
      ImportSummary done =
          new Importer(register, ring)
              .run(
                  request,
                  progress,
                  (connection, summary) ->
                      write(connection, APPLIED, job.id(), Outcome.of(summary), summary.change()));
      keep(job, done.files().get(0).coordinates());
      return done;
    } catch (CancelledException e) {
      throw (CancellationException) new CancellationException(message(e)).initCause(e);
    } catch (CoordinatesRefusedException e) {
      keep(job, e.finding());
      throw new RefusedException(e.code(), message(e), null);
    } catch (AllRejectedException e) {
      keep(job, e.file().coordinates());
      throw new RefusedException(
          e.code(), message(e), json.writeValueAsString(Outcome.of(e.file())));
    } catch (AnomalousException e) {
      keep(job, e.summary().files().get(0).coordinates());
      throw new RefusedException(
          e.code(), message(e), json.writeValueAsString(Outcome.of(e.summary())));
    } catch (ImportException e) {
      throw new RefusedException(e.code(), message(e), null);
    } catch (FeatureFileException e) {
      throw new RefusedException(e.code(), message(e), null);
    } catch (CrsException e) {
      throw new RefusedException(e.code(), message(e), null);
    } catch (DatabaseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was found of the coordinates, for the card of the import. */
  private void keep(ImportJob job, @Nullable Finding finding) {
    if (finding != null) {
      coordinates.keep(job.id(), FoundCoordinates.of(finding));
    }
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }

  /** The job's row, in the transaction of what it tells. */
  private void write(
      Connection connection, String sql, long id, Object outcome, OptionalLong change)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, json.writeValueAsString(outcome));
      statement.setObject(2, change.isPresent() ? change.getAsLong() : null);
      statement.setLong(3, id);
      if (statement.executeUpdate() != 1) {
        throw new CancellationException("no longer wanted");
      }
    }
  }
}
