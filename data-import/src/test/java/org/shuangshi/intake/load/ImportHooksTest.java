package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuangshi.intake.load.Imports.square;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.load.ImportRequest.SourceFile;

/** What a caller of an import may do beside it: give it up, and write a row of its own with it. */
class ImportHooksTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();
  @TempDir Path directory;
  private Imports imports;

  @BeforeEach
  void open() throws Exception {
    imports = new Imports(database, directory);
    imports.geojson(
        Kind.REGIONS,
        square("\"id\":\"R\",\"code\":\"330199001001\",\"name\":\"东社区\"", 120, 30, 0.1));
    database.execute("CREATE TABLE public.job (id bigint, change bigint)");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private List<SourceFile> town() {
    return List.of(
        new SourceFile(
            imports.geojsonFile(square("\"id\":\"B1\",\"name\":\"1幢\"", 120.01, 30.01, 0.001)),
            Kind.BUILDINGS),
        new SourceFile(
            imports.write(".csv", "id,building,entrance,floor,room\nU1,B1,1单元,1,101\n"),
            Kind.UNITS),
        new SourceFile(
            imports.write(".csv", "id,name,unit,role,moved_in\nP1,甲,U1,OWNER,2020-01-01\n"),
            Kind.PEOPLE));
  }

  @Test
  void givenUpAtAnyStepTheRegisterIsAsItWas() throws Exception {
    List<SourceFile> files = town();
    String before = imports.everything();
    List<String> steps = new ArrayList<>();
    for (int last = 1; last <= 1000; last++) {
      CancelAt progress = new CancelAt(last);
      try {
        imports.run(files, progress, BeforeCommit.nothing());
        break; // there are no more steps than that
      } catch (CancelledException e) {
        assertThat(e.code()).isEqualTo("import.cancelled");
        steps.add(progress.step);
        assertThat(imports.everything()).as(progress.step).isEqualTo(before);
      }
    }
    assertThat(steps).hasSizeGreaterThan(5).contains("推算居住状态", "推算所在网格");
    assertThat(imports.count("unit_occupancy WHERE state = 'OCCUPIED'")).isEqualTo(1);
  }

  @Test
  void givenUpWhileAStatementWaitsItIsBrokenOff() throws Exception {
    List<SourceFile> files = town();
    String before = imports.everything();
    AtomicBoolean cancelled = new AtomicBoolean();
    CompletableFuture<ImportSummary> running;
    try (Connection holder = database.connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("LOCK TABLE register.unit IN SHARE MODE");
      running =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return imports.run(files, new CancelWhen(cancelled), BeforeCommit.nothing());
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      while (imports.count("pg_locks WHERE NOT granted AND relation = 'register.unit'::regclass")
          == 0) {
        assertThat(running.isDone()).as("ended before it came so far").isFalse();
      }
      cancelled.set(true);
      assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseInstanceOf(CancelledException.class);
      holder.rollback();
    }
    assertThat(imports.everything()).isEqualTo(before);
  }

  @Test
  void aRowOfTheCallersIsThereExactlyWhenTheImportIs() throws Exception {
    String before = imports.everything();
    BeforeCommit<ImportSummary> fails =
        (connection, summary) -> {
          note(connection, summary);
          throw new SQLException("the caller's row is refused", "23514");
        };
    assertThatThrownBy(() -> imports.run(town(), ImportProgress.SILENT, fails))
        .hasMessageContaining("the caller's row is refused");
    assertThat(imports.everything()).isEqualTo(before);
    assertThat(imports.count("public.job")).isZero();

    imports.dryRun(true).run(town(), ImportProgress.SILENT, ImportHooksTest::note);
    assertThat(imports.count("public.job")).as("nothing is committed").isZero();

    ImportSummary done =
        imports.dryRun(false).run(town(), ImportProgress.SILENT, ImportHooksTest::note);
    assertThat(imports.ask("SELECT change FROM public.job"))
        .containsExactly(Long.toString(done.change().orElseThrow()));

    imports.run(town(), ImportProgress.SILENT, ImportHooksTest::note);
    assertThat(imports.ask("SELECT change FROM public.job WHERE change IS NULL"))
        .as("also where nothing differed")
        .hasSize(1);
  }

  private static void note(Connection connection, ImportSummary summary) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO public.job (id, change) VALUES (1, "
              + (summary.change().isPresent() ? summary.change().getAsLong() : "NULL")
              + ")");
    }
  }

  /** Gives up from its so many-th step on. */
  private static final class CancelAt implements ImportProgress {
    private final int last;
    private int steps;
    private String step = "";

    CancelAt(int last) {
      this.last = last;
    }

    @Override
    public void step(String now, double share, long rows) {
      steps++;
      step = now;
    }

    @Override
    public void issue(String file, Issue issue) {}

    @Override
    public boolean cancelled() {
      return steps >= last;
    }
  }

  private record CancelWhen(AtomicBoolean asked) implements ImportProgress {
    @Override
    public void step(String step, double share, long rows) {}

    @Override
    public void issue(String file, Issue issue) {}

    @Override
    public boolean cancelled() {
      return asked.get();
    }
  }
}
