package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.UndoSummary.LeftAlone;
import org.shuangshi.intake.load.UndoSummary.Reason;
import org.shuangshi.intake.load.UndoSummary.TableUndo;

class UndoTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();
  @TempDir Path directory;
  private Imports imports;
  private UndoTown town;

  @BeforeEach
  void open() throws Exception {
    imports = new Imports(database, directory);
    town = new UndoTown(imports);
    imports.files(town.ground());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private long load(List<SourceFile> files) throws Exception {
    return imports.files(files).change().orElseThrow();
  }

  private long second() throws Exception {
    imports.from(LocalDate.of(2024, 7, 1));
    return load(town.second());
  }

  private UndoSummary undo(long change) throws Exception {
    return undo(change, BeforeCommit.nothing());
  }

  private UndoSummary undo(long change, BeforeCommit<UndoSummary> beforeCommit) throws Exception {
    return new Undo(database.register()).run(change, "steward", "导错了", beforeCommit);
  }

  @Test
  void afterTheSecondOfTwoIsUndoneAllIsAsBeforeIt() throws Exception {
    long first = load(town.first());
    Map<String, List<String>> before = UndoTown.believed(imports);
    long second = second();
    Map<String, List<String>> after = UndoTown.believed(imports);
    assertThat(after).isNotEqualTo(before);

    UndoSummary preview = new Undo(database.register()).preview(second);
    assertThat(UndoTown.believed(imports)).as("only looked at").isEqualTo(after);
    UndoSummary undone = undo(second);
    assertThat(UndoTown.believed(imports)).isEqualTo(before);
    assertThat(undone.left()).isEmpty();
    assertThat(undone.tables()).isEqualTo(preview.tables());
    assertThat(undone.tables())
        .contains(
            new TableUndo("road", 1, 1, 0),
            new TableUndo("address", 1, 1, 0),
            new TableUndo("building", 1, 1, 0),
            new TableUndo("unit", 1, 2, 0),
            new TableUndo("person", 1, 2, 0));
    assertThat(
            imports.ask(
                "SELECT kind || ' ' || source || ' ' || undoes FROM change WHERE id = "
                    + undone.change().orElseThrow()))
        .containsExactly("CORRECTION 变更 " + second + " " + second);

    ImportSummary again = imports.files(town.second());
    assertThat(UndoTown.believed(imports)).as("the file brings it all back").isEqualTo(after);
    assertThat(undo(again.change().orElseThrow()).left()).isEmpty();
    assertThat(undo(first).left()).as("nothing of the first is edited, all in all").isEmpty();
    assertThat(imports.count("building WHERE upper_inf(recorded)")).isZero();
  }

  @Test
  void theFirstAndOnlyOneUndoneLeavesNothingAndTheFileBringsItBack() throws Exception {
    Map<String, List<String>> before = UndoTown.believed(imports);
    long first = load(town.first());
    Map<String, List<String>> after = UndoTown.believed(imports);
    assertThat(undo(first).tables()).allMatch(each -> each.restored() + each.left() == 0);
    assertThat(UndoTown.believed(imports)).isEqualTo(before);
    load(town.first());
    assertThat(UndoTown.believed(imports)).isEqualTo(after);
  }

  @Test
  void regionsUndoneLetGoOfWhatLiesInThem() throws Exception {
    String unplaced = "SELECT count(*) FROM building WHERE community_id IS NULL";
    load(town.first());
    long ground = Long.parseLong(imports.ask("SELECT min(id) FROM change").get(0));
    UndoSummary undone = undo(ground);
    assertThat(imports.ask(unplaced)).as("the other community is gone").containsExactly("1");
    assertThat(undone.left())
        .as("the post is of a grid, the grid of a community, and that of a street and a district")
        .extracting(LeftAlone::table)
        .containsOnly("grid", "region");
    assertThat(imports.ask("SELECT name FROM region WHERE upper_inf(recorded) ORDER BY code"))
        .containsExactly("澄湖区", "中山街道", "东社区");
  }

  @Test
  void whatWasEditedSinceStaysAndSoDoesWhatItHangsOn() throws Exception {
    load(town.first());
    long second = second();
    edit("unit", "U4", "floor = 9");
    UndoSummary undone = undo(second);
    Map<String, Reason> left = new HashMap<>();
    for (LeftAlone each : undone.left()) {
      left.put(key(each), each.reason());
    }
    assertThat(left)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "unit U4", Reason.EDITED,
                "building B3", Reason.REFERRED,
                "entrance B3/1单元", Reason.REFERRED));
    assertThat(imports.ask("SELECT floor FROM unit WHERE upper_inf(recorded) ORDER BY floor"))
        .containsExactly("1", "1", "2", "9");
    assertThat(imports.ask("SELECT name FROM building WHERE upper_inf(recorded) ORDER BY name"))
        .containsExactly("1幢", "2幢", "3幢");
    assertThat(dangling()).isEmpty();
  }

  @Test
  void aRowOfBeforeDoesNotComeBackToWhatIsGone() throws Exception {
    load(town.first());
    long second = second();
    // the shop O1 was in U3, which has been taken out of the register since
    withdraw("unit", "U3");
    List<String> dangling = dangling();
    UndoSummary undone = undo(second);
    assertThat(undone.left()).extracting(this::key).contains("unit U3", "organisation O1");
    assertThat(undone.left())
        .filteredOn(each -> each.table().equals("organisation"))
        .extracting(LeftAlone::reason)
        .containsExactly(Reason.GONE);
    assertThat(dangling).as("the hand left one, the undo none").hasSize(1).isEqualTo(dangling());
  }

  @Test
  void aHomeTakenSinceStaysTaken() throws Exception {
    load(town.first());
    long second = second();
    imports.source("elsewhere").csv(Kind.UNITS, "id,building,floor,room", "N1,B2,5,501");
    database.execute(
        "INSERT INTO change (who, why, source, kind) VALUES ('h', 'h', 'h', 'CHANGE');"
            + " INSERT INTO identity.residence (source, key) VALUES ('h', 'h');"
            + " INSERT INTO residence (id, valid, opened_by, person_id, unit_id, role)"
            + " SELECT r.id, '[2024-09-01,)', (SELECT max(id) FROM change), p.id, u.id, 'OWNER'"
            + " FROM identity.residence r, identity.person p, identity.unit u"
            + " WHERE r.key = 'h' AND p.key = 'P1' AND u.key = 'N1'");
    UndoSummary undone = undo(second);
    assertThat(undone.left())
        .filteredOn(each -> each.reason() == Reason.OVERLAP)
        .extracting(this::key)
        .containsExactly("residence P1/U1");
    assertThat(dangling()).isEmpty();
  }

  @Test
  void whoWasErasedStaysErased() throws Exception {
    load(town.first());
    long second = second();
    database.execute(
        "UPDATE person p SET name = erased_name(), nationality = 'XXX', sex = NULL, birth_date = NULL, document_number = NULL,"
            + " document_hash = NULL, document_tail = NULL, phone = NULL, registered_address = NULL, erased_at = now()"
            + " FROM identity.person i WHERE i.id = p.id AND i.key IN ('P1', 'P4')");
    UndoSummary undone = undo(second);
    assertThat(undone.left()).isEmpty();
    assertThat(
            imports.ask(
                "SELECT p.name || (p.erased_at IS NOT NULL) || (p.document_number IS NULL) FROM person p"
                    + " JOIN identity.person i USING (id) WHERE i.key = 'P1' AND upper_inf(recorded)"))
        .containsExactly("（已删除）truetrue");
    assertThat(imports.count("person WHERE name IN ('甲', '甲甲', '戊')")).isZero();
  }

  @Test
  void refusedWhatIsNoImportAndWhatIsUndoneAlready() throws Exception {
    long first = load(town.first());
    long done = undo(first).change().orElseThrow();
    String before = imports.everything();
    assertThat(code(999)).isEqualTo("undo.unknown");
    assertThat(code(done)).isEqualTo("undo.not-import");
    assertThat(code(first)).isEqualTo("undo.already");
    assertThat(imports.everything()).isEqualTo(before);
  }

  @Test
  void whereAllWasEditedSinceNothingIsWritten() throws Exception {
    load(town.first());
    long names =
        imports.csv(Kind.UNITS, "id,building,floor,room", "U3,B2,7,701").change().orElseThrow();
    edit("unit", "U3", "floor = 8");
    String before = imports.everything();
    UndoSummary undone = undo(names);
    assertThat(undone.change()).isEmpty();
    assertThat(undone.left()).extracting(LeftAlone::reason).containsExactly(Reason.EDITED);
    assertThat(imports.everything()).isEqualTo(before);
    edit("unit", "U3", "floor = 7");
    assertThat(undo(names).left()).as("put back by hand").isEmpty();
  }

  @Test
  void aRowOfTheCallersIsThereExactlyWhenTheUndoIs() throws Exception {
    database.execute("CREATE TABLE public.job (change bigint)");
    long first = load(town.first());
    String before = imports.everything();
    BeforeCommit<UndoSummary> note =
        (connection, summary) -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(
                "INSERT INTO public.job VALUES (" + summary.change().orElseThrow() + ")");
          }
        };
    BeforeCommit<UndoSummary> fails =
        (connection, summary) -> {
          note.run(connection, summary);
          throw new SQLException("refused", "23514");
        };
    assertThatThrownBy(() -> undo(first, fails)).hasMessageContaining("refused");
    assertThat(imports.everything()).isEqualTo(before);
    long done = undo(first, note).change().orElseThrow();
    assertThat(imports.ask("SELECT change FROM public.job")).containsExactly(Long.toString(done));
  }

  @Test
  void itsConnectionBrokenHalfWayAllIsAsItWas() throws Exception {
    load(town.first());
    long second = second();
    String before = imports.everything();
    try (Connection holder = database.connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("LOCK TABLE register.unit_occupancy IN SHARE MODE");
      CompletableFuture<UndoSummary> running =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return undo(second);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      String waiting =
          "pg_locks WHERE NOT granted AND relation = 'register.unit_occupancy'::regclass";
      while (imports.count(waiting) == 0) {
        assertThat(running.isDone()).as("ended before it came so far").isFalse();
      }
      imports.ask("SELECT pg_terminate_backend(pid) FROM " + waiting);
      assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseInstanceOf(SQLException.class);
      holder.rollback();
    }
    assertThat(imports.everything()).isEqualTo(before);
    assertThat(undo(second).left()).as("nothing is in the way of another try").isEmpty();
  }

  private String code(long change) {
    return catchThrowableOfType(ImportException.class, () -> undo(change)).code();
  }

  private String key(LeftAlone each) {
    return each.table()
        + " "
        + imports
            .ask("SELECT key FROM identity." + each.table() + " WHERE id = " + each.id())
            .get(0);
  }

  /** As a hand does: the believed row is closed, a new one says what it said but for this. */
  private void edit(String table, String key, String set) {
    database.execute(
        "INSERT INTO change (who, why, source, kind) VALUES ('h', 'h', 'h', 'CORRECTION');"
            + " CREATE TEMP TABLE was AS SELECT x.* FROM register."
            + table
            + " x JOIN identity."
            + table
            + " i USING (id) WHERE i.key = '"
            + key
            + "' AND upper_inf(x.recorded) ORDER BY lower(x.valid) DESC LIMIT 1;"
            + " UPDATE register."
            + table
            + " x SET recorded = tstzrange(lower(x.recorded), c.at), closed_by = c.id FROM was w, change c"
            + " WHERE x.version = w.version AND c.id = (SELECT max(id) FROM change);"
            + " UPDATE was SET "
            + set
            + ";"
            + " INSERT INTO register."
            + table
            + " (id, valid, recorded, opened_by, building_id, entrance_id, address_id, community_id, floor, room, use, area_m2)"
            + " SELECT w.id, w.valid, tstzrange(c.at, NULL), c.id, building_id, entrance_id, address_id, community_id, floor, room, use, area_m2"
            + " FROM was w, change c WHERE c.id = (SELECT max(id) FROM change)");
  }

  private void withdraw(String table, String key) {
    database.execute(
        "INSERT INTO change (who, why, source, kind) VALUES ('h', 'h', 'h', 'CORRECTION');"
            + " UPDATE register."
            + table
            + " x SET recorded = tstzrange(lower(x.recorded), c.at), closed_by = c.id FROM identity."
            + table
            + " i, change c WHERE i.id = x.id AND i.key = '"
            + key
            + "' AND upper_inf(x.recorded) AND c.id = (SELECT max(id) FROM change)");
  }

  /** Rows that refer to what is not there on any of their days. */
  private List<String> dangling() {
    List<String> all = new ArrayList<>();
    for (String reference :
        List.of(
            "unit building_id building",
            "unit address_id address",
            "unit entrance_id entrance",
            "entrance building_id building",
            "building address_id address",
            "household unit_id unit",
            "residence unit_id unit",
            "residence person_id person",
            "residence household_id household",
            "organisation unit_id unit",
            "evidence unit_id unit")) {
      String[] word = reference.split(" ");
      all.addAll(
          imports.ask(
              "SELECT '%s ' || x.id || x.valid FROM %s x WHERE upper_inf(x.recorded) AND x.%s IS NOT NULL AND NOT EXISTS (SELECT FROM %s y WHERE y.id = x.%s AND upper_inf(y.recorded) AND y.valid && x.valid)"
                  .formatted(reference, word[0], word[1], word[2], word[1])));
    }
    return all;
  }
}
