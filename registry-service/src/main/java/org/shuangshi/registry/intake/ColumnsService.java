package org.shuangshi.registry.intake;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.intake.load.ColumnSurvey;
import org.shuangshi.intake.load.ImportException;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.ChoiceJson;
import org.shuangshi.intake.mapping.Survey;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.intake.ImportResponse.Act;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Service;

/** Tells of the columns of a sent file, and takes what somebody chose of them. */
@Service
class ColumnsService {
  private static final int MOST_CHOSEN = 2000;

  private final ImportService imports;
  private final ImportRepository jobs;
  private final ImportDesk desk;
  private final ImportFolder folder;
  private final EventLog log;

  ColumnsService(
      ImportService imports,
      ImportRepository jobs,
      ImportDesk desk,
      ImportFolder folder,
      EventLog log) {
    this.imports = imports;
    this.jobs = jobs;
    this.desk = desk;
    this.folder = folder;
    this.log = log;
  }

  /**
   * Looks at the first rows.
   *
   * @param encoding to try; null: as was chosen or is found
   * @param layer to look at; null: as was chosen or asked for
   */
  ColumnsResponse look(long id, @Nullable String encoding, @Nullable String layer)
      throws IOException {
    ImportJob job = readable(id);
    Choice so = job.chosen();
    Choice choice =
        new Choice(
            so.columns(), so.values(), encoding == null ? so.encoding() : encoding, null, null);
    String wanted = layer == null ? job.layerToRead() : layer;
    log.record(event("import.columns-shown", id).with("kind", job.kind().word()));
    try (ImportFolder.Opened opened = folder.open(id, job.fileName())) {
      Survey survey = ColumnSurvey.of(opened.file(), job.kind(), wanted, job.keyToRead(), choice);
      return ColumnsResponse.of(survey, choice, wanted, job.profile());
    } catch (ImportException e) {
      throw Refusal.of(Refusal.Kind.INVALID, e.code(), String.valueOf(e.getMessage()));
    } catch (FeatureFileException e) {
      throw Refusal.of(Refusal.Kind.INVALID, e.code(), String.valueOf(e.getMessage()));
    }
  }

  /** Takes a choice; checking begins anew. */
  ImportResponse choose(long id, ColumnsRequest request) {
    ImportJob job = readable(id);
    Choice choice = request.choice();
    int words = choice.values().values().stream().mapToInt(each -> each.size()).sum();
    if (choice.columns().size() + words > MOST_CHOSEN) {
      throw Refusal.field("columns", "value.too-long", "一次最多选定 " + MOST_CHOSEN + " 列和词");
    }
    log.record(event("import.columns-chosen", id).with("kind", job.kind().word()));
    if (!jobs.choose(id, job.state(), ChoiceJson.write(choice))) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "import.state", "这次导入已经往前走了，请刷新再看");
    }
    desk.begin(id);
    return imports.get(id);
  }

  /** Its source's profile is followed no more. */
  ImportResponse forget(long id) {
    ImportJob job = imports.of(id);
    log.record(event("import.profile-removed", id).with("kind", job.kind().word()));
    if (!jobs.endProfile(job.source(), job.kind())) {
      throw Refusal.unknown("profile.unknown", "这个来源没有记住的映射");
    }
    return imports.get(id);
  }

  private ImportJob readable(long id) {
    ImportJob job = imports.of(id);
    if (!imports.may(job).contains(Act.COLUMNS)) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "import.state", "现在不能选列：文件要已经送来、还没有写入、也没有到期删除");
    }
    return job;
  }

  private static Event event(String what, long id) {
    return Event.of(what, "import:" + id);
  }
}
