package org.shuangshi.registry.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.load.Severity;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.intake.ImportRepository.Along;
import org.shuangshi.registry.intake.ImportResponse.Act;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Cursor;
import org.shuangshi.registry.request.Days;
import org.shuangshi.registry.request.Page;
import org.shuangshi.registry.request.Why;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes orders for imports and what is wanted of them. */
@Service
class ImportService {
  private static final String LIST = "imports";
  private static final String ISSUES = "import-issues";
  private static final long MEGABYTE = 1L << 20;

  private final ImportRepository jobs;
  private final ImportDesk desk;
  private final ImportWork work;
  private final ImportFolder folder;
  private final CoordinateRepository coordinates;
  private final EventLog log;
  private final Days days;
  private final JsonMapper json;
  private final long most;

  ImportService(
      ImportRepository jobs,
      ImportDesk desk,
      ImportWork work,
      ImportFolder folder,
      CoordinateRepository coordinates,
      EventLog log,
      Days days,
      JsonMapper json,
      @Value("${registry.upload-megabytes:2048}") long mostMegabytes) {
    this.jobs = jobs;
    this.desk = desk;
    this.work = work;
    this.folder = folder;
    this.coordinates = coordinates;
    this.log = log;
    this.days = days;
    this.json = json;
    this.most = mostMegabytes * MEGABYTE;
  }

  @Transactional
  public ImportResponse order(ImportOrder order) {
    if (order.bytes() != null && order.bytes() > most) {
      throw tooLarge(); // a browser whose upload is cut off shows no answer
    }
    Understood understood = Understood.of(order, days.today());
    long id = jobs.begin(Reader.current().account(), understood);
    coordinates.state(id, understood.coordinates());
    log.record(event("import.ordered", id).with("kind", understood.kind().word()));
    return shown(job(id));
  }

  /**
   * Takes the file; checking begins.
   *
   * @param length what the request says of it; below 0: nothing
   */
  ImportResponse send(long id, InputStream file, long length) throws IOException {
    ImportJob job = of(id);
    if (job.account() != Reader.current().account() || job.state() != ImportState.NEW) {
      throw state(job);
    }
    if (length > most) {
      throw tooLarge();
    }
    try (ImportFolder.Received received = folder.receive(id, file, most)) {
      if (received.bytes() == 0) {
        throw Refusal.of(Refusal.Kind.INVALID, "file.empty", "文件是空的");
      }
      // of two that are sent at once one is taken, and stays what was checked
      move(job, ImportState.CHECKING, new Along(received.bytes(), null, null));
      folder.keep(id, received);
    } catch (ImportFolder.TooLongException e) {
      throw tooLarge();
    }
    desk.begin(id);
    return shown(job(id));
  }

  private Refusal tooLarge() {
    return Refusal.of(
        Refusal.Kind.TOO_LARGE, "file.too-large", "文件超过 " + most / MEGABYTE + " MB；更大的请用命令行导入");
  }

  /**
   * Writes what was checked.
   *
   * @param yes also to what batches seldom do
   */
  ImportResponse apply(long id, boolean yes) {
    ImportJob job = of(id);
    if (!may(job).contains(Act.APPLY)) {
      throw state(job);
    }
    if (!yes && anomalous(job)) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "import.anomalous", "检查发现异常变化；请逐条核对，确认后再写入");
    }
    log.record(event("import.applied", id).with("kind", job.kind().word()));
    if (yes) {
      jobs.accept(id);
    }
    move(job, ImportState.APPLYING, Along.NOTHING);
    desk.begin(id);
    return shown(job(id));
  }

  /** What is said and was found of its coordinates. */
  CoordinatesResponse coordinates(long id) {
    ImportJob job = of(id);
    CoordinateRepository.Kept kept = coordinates.of(id);
    return new CoordinatesResponse(kept.stated(), kept.found(), may(job).contains(Act.COORDINATES));
  }

  /** Has the file checked again, with its coordinates read another way. */
  ImportResponse choose(long id, StatedCoordinates said) {
    StatedCoordinates stated = said.understood();
    ImportJob job = of(id);
    if (!may(job).contains(Act.COORDINATES)) {
      throw state(job);
    }
    log.record(event("import.coordinates-chosen", id).with("kind", job.kind().word()));
    if (!coordinates.recheck(id, stated)) {
      throw state(job(id));
    }
    desk.begin(id);
    return shown(job(id));
  }

  /** Ends it where it has not written yet; one at work ends a little later. */
  ImportResponse cancel(long id) {
    ImportJob job = of(id);
    if (!may(job).contains(Act.CANCEL)) {
      throw state(job);
    }
    log.record(event("import.cancelled", id));
    if (job.state().atWork()) {
      desk.stop(id);
    } else {
      move(job, ImportState.CANCELLED, Along.NOTHING);
    }
    return shown(job(id));
  }

  /** What taking it back would do now. */
  Undone undoPreview(long id) {
    ImportJob job = of(id);
    if (!may(job).contains(Act.UNDO)) {
      throw state(job);
    }
    try {
      return work.undoPreview(job);
    } catch (ImportWork.RefusedException e) {
      throw Refusal.of(Refusal.Kind.CONFLICT, e.problem().code(), e.problem().detail());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes a written import back, but for what was edited since. */
  ImportResponse undo(long id, @Nullable String said) {
    String why = Why.required(said, "请写明为什么撤回");
    ImportJob job = of(id);
    if (!may(job).contains(Act.UNDO)) {
      throw state(job);
    }
    log.record(event("import.undone", id).with("kind", job.kind().word()));
    if (!jobs.undo(id, why)) {
      throw state(job(id));
    }
    desk.begin(id);
    return shown(job(id));
  }

  /** The rows that were rejected, as the file they came in, with what is wrong beside each. */
  RejectedFile rejected(long id) throws IOException {
    ImportJob job = of(id);
    if (job.state().atWork()) {
      throw Refusal.of(Refusal.Kind.NOT_READY, "import.at-work", "还在进行，完成后可取");
    }
    if (!may(job).contains(Act.REJECTED)) {
      throw Refusal.of(Refusal.Kind.GONE, "import.none-rejected", "没有被拒绝的行，或者文件已按期限删除");
    }
    log.record(event("import.rejected-fetched", id).with("kind", job.kind().word()));
    return RejectedFile.make(job, folder, issuesOf(id));
  }

  private List<ToldIssue> issuesOf(long id) throws IOException {
    List<ToldIssue> errors = new ArrayList<>();
    try (BufferedReader lines = lines(id)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ToldIssue issue = json.readValue(line, ToldIssue.class);
        if (issue.severity() == Severity.ERROR && issue.row() > 0) {
          errors.add(issue);
        }
      }
    }
    return errors;
  }

  private BufferedReader lines(long id) throws IOException {
    return new BufferedReader(
        new InputStreamReader(folder.readIssues(id), StandardCharsets.UTF_8), 1 << 16);
  }

  ImportResponse get(long id) {
    return shown(of(id));
  }

  Page<ImportResponse> list(int limit, @Nullable String after) {
    long before = after == null ? Long.MAX_VALUE : Cursor.idAfter(LIST, after);
    List<ImportJob> found =
        jobs.list(everywhere() ? null : Reader.current().account(), before, Page.rowsFor(limit));
    return Page.cut(
        found.stream().map(this::shown).toList(), limit, each -> Cursor.of(LIST, each.id()));
  }

  /** What was said about its rows, in the order it was found. */
  Page<ToldIssue> issues(long id, @Nullable String code, int limit, @Nullable String after)
      throws IOException {
    ImportJob job = of(id);
    if (job.state().atWork()) {
      throw Refusal.of(Refusal.Kind.NOT_READY, "import.at-work", "还在检查，完成后可看问题");
    }
    long from = Cursor.idAfter(ISSUES, after);
    int rows = Page.rowsFor(limit);
    List<Numbered> found = new ArrayList<>();
    try (BufferedReader lines = lines(id)) {
      long number = 0;
      for (String line = lines.readLine();
          line != null && found.size() < rows;
          line = lines.readLine()) {
        number++;
        if (number > from) {
          ToldIssue issue = json.readValue(line, ToldIssue.class);
          if (code == null || code.equals(issue.code())) {
            found.add(new Numbered(number, issue));
          }
        }
      }
    }
    Page<Numbered> page = Page.cut(found, limit, each -> Cursor.of(ISSUES, each.number()));
    return new Page<>(page.items().stream().map(Numbered::issue).toList(), page.next());
  }

  private record Numbered(long number, ToldIssue issue) {}

  /** One that who asks is told of; of others it is not told that they are there. */
  ImportJob of(long id) {
    ImportJob job = job(id);
    if (job.account() != Reader.current().account() && !everywhere()) {
      throw unknown();
    }
    return job;
  }

  private ImportJob job(long id) {
    return jobs.find(id).orElseThrow(ImportService::unknown);
  }

  private static Refusal unknown() {
    return Refusal.unknown("import.unknown", "没有这次导入");
  }

  private static boolean everywhere() {
    return Reader.current().areas(Permission.IMPORT).wholeCity();
  }

  private void move(ImportJob job, ImportState to, Along along) {
    if (!jobs.move(job.id(), List.of(job.state()), to, along)) {
      throw state(job(job.id()));
    }
  }

  private static Refusal state(ImportJob job) {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "import.state",
        switch (job.state()) {
          case NEW -> "文件还没有送来";
          case CHECKING -> "还在检查";
          case CHECKED -> "已经检查过，等待确认";
          case APPLYING -> "正在写入";
          case APPLIED -> "已经写入登记簿";
          case REFUSED -> "整个文件被拒绝，登记簿没有改动";
          case CANCELLED -> "已经取消，登记簿没有改动";
          case FAILED -> "没有完成，登记簿没有改动";
          case UNDOING -> "正在撤回";
          case UNDONE -> "已经撤回";
        });
  }

  private boolean anomalous(ImportJob job) {
    String outcome = job.outcome();
    return outcome != null && !json.readTree(outcome).path("anomalies").isEmpty();
  }

  Set<Act> may(ImportJob job) {
    Set<Act> acts = EnumSet.noneOf(Act.class);
    switch (job.state()) {
      case NEW -> {
        acts.add(Act.CANCEL);
        if (job.account() == Reader.current().account()) {
          acts.add(Act.SEND);
        }
      }
      case CHECKING, APPLYING -> acts.add(Act.CANCEL);
      case CHECKED -> {
        acts.add(Act.CANCEL);
        if (job.kept()) {
          acts.add(Act.APPLY);
          acts.add(Act.COLUMNS);
        }
        chooses(job, acts);
      }
      case REFUSED -> {
        if (job.kept()) {
          acts.add(Act.COLUMNS);
        }
        chooses(job, acts);
      }
      case APPLIED -> {
        if (job.change() != null) {
          acts.add(Act.UNDO);
        }
      }
      default -> {
        // it is over
      }
    }
    String outcome = job.outcome();
    if (job.kept()
        && !job.state().atWork()
        && outcome != null
        && json.readTree(outcome).path("rejected").asLong() > 0) {
      acts.add(Act.REJECTED);
    }
    return acts;
  }

  private static void chooses(ImportJob job, Set<Act> acts) {
    if (job.kept() && job.kind().hasGeometry()) {
      acts.add(Act.COORDINATES);
    }
  }

  private ImportResponse shown(ImportJob job) {
    String outcome = job.outcome();
    return new ImportResponse(
        job.id(),
        job.state(),
        job.who(),
        job.account() == Reader.current().account(),
        job.made(),
        job.fileName(),
        job.bytes(),
        job.kept(),
        job.kind().word(),
        job.kind().label(),
        job.source(),
        job.key(),
        job.crs(),
        job.layer(),
        job.from(),
        job.why(),
        job.profile(),
        job.since(),
        job.resumed(),
        job.state().atWork() ? desk.progress(job.id()).map(Progress::pace).orElse(null) : null,
        outcome == null ? null : json.readValue(outcome, Outcome.class),
        job.problem(),
        job.change(),
        job.undone() == null ? null : json.readValue(job.undone(), Undone.class),
        job.undo(),
        may(job));
  }

  private static Event event(String what, long id) {
    return Event.of(what, "import:" + id);
  }
}
