package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangshi.intake.load.Imports.square;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.fact.ChangeReason;
import org.shuangshi.intake.fact.ChangeTransaction;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.FactEditor;
import org.shuangshi.intake.fact.FactTable;
import org.shuangshi.intake.fact.Sealing;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.intake.load.ImportRequest.SourceFile;

/** Two random batches, random hands, the second undone: as {@link UndoModel} has it. */
class UndoRandomTest {

  private static final int EACH = 6;
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  @RegisterExtension final TestDatabase database = new TestDatabase();
  @TempDir Path directory;
  private Random dice = new Random(0);
  private Imports imports;

  @BeforeEach
  void open() {
    imports = new Imports(database, directory);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsLeftIsWhatTheModelLeaves(long seed) throws Exception {
    dice = new Random(seed);
    imports.files(batch());
    int left = 0;
    for (int round = 0; round < 3; round++) {
      Map<Long, Set<UndoModel.Said>> before = UndoModel.believed(imports);
      imports.from(day());
      ImportSummary batch = imports.files(batch());
      Map<Long, Set<UndoModel.Said>> after = UndoModel.believed(imports);
      for (int i = dice.nextInt(8); i > 0; i--) {
        hand();
      }
      Map<Long, Set<UndoModel.Said>> now = UndoModel.believed(imports);
      UndoSummary undone =
          new Undo(database.register())
              .run(batch.change().getAsLong(), "s", "s", BeforeCommit.nothing());
      left += undone.left().size();
      assertThat(UndoModel.believed(imports))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(UndoModel.undone(before, after, now));
      if (undone.change().isPresent()) {
        assertCachesAreTrue();
      }
    }
    assertThat(left).as("the hands have met the batches").isPositive();
  }

  /** What is kept beside the facts is what is worked out of them anew. */
  private void assertCachesAreTrue() {
    List<String> kept = caches();
    database.execute(
        "SELECT occupancy_refresh(ARRAY(SELECT DISTINCT id FROM unit)); SELECT place_all()");
    assertThat(kept).isEqualTo(caches());
  }

  private List<String> caches() {
    List<String> all = new ArrayList<>();
    for (String cache :
        List.of(
            "unit_occupancy",
            "building_grid",
            "address_grid",
            "estate_grid",
            "unit_building",
            "person_place")) {
      all.addAll(imports.ask("SELECT to_jsonb(t) FROM " + cache + " t ORDER BY 1::text"));
    }
    all.sort(null);
    return all;
  }

  /** Some of six of each, said at random. */
  private List<SourceFile> batch() {
    List<String> buildings = new ArrayList<>();
    StringBuilder addresses = new StringBuilder("id,市,路/街/巷,门牌号\n");
    StringBuilder units = new StringBuilder("id,building,entrance,floor,room,address\n");
    StringBuilder households = new StringBuilder("id,unit\n");
    StringBuilder people =
        new StringBuilder("id,name,unit,household,role,relation,main,moved_in\n");
    StringBuilder shops = new StringBuilder("id,name,unit\n");
    StringBuilder visits = new StringBuilder("id,unit,kind,date,finding\n");
    for (int i = 1; i <= EACH; i++) {
      if (often()) {
        addresses.append("A%d,云江市,解放路,%d号%n".formatted(i, i * 10 + dice.nextInt(3)));
      }
      buildings.add(
          square(
              "\"id\":\"B%d\",\"name\":\"%s\"".formatted(i, word()),
              120.01 + i * 0.002,
              30.01,
              0.001));
      if (often()) {
        units.append(
            "U%d,B%d,%s,%d,%d01,AX%d%n".formatted(i, one(), seldom() ? "1单元" : "", i, i, one()));
      }
      if (often()) {
        households.append("H%d,U%d%n".formatted(i, unit()));
      }
      if (often()) {
        people.append(
            "P%d,%s,U%d,H%d,OWNER,%s,true,%s%n"
                .formatted(i, word(), unit(), one(), seldom() ? "HEAD" : "", day()));
      }
      if (often()) {
        shops.append("O%d,%s,U%d%n".formatted(i, word(), unit()));
      }
      if (often()) {
        visits.append("E%d,U%d,走访,%s,空置%n".formatted(i, unit(), day()));
      }
    }
    int sure = 2 * EACH; // so that no file is rejected as a whole
    households.append("HX,U%d%n".formatted(sure));
    people.append("PX,%s,,,,,,%n".formatted(word()));
    shops.append("OX,%s,U%d%n".formatted(word(), sure));
    visits.append("EX,U%d,走访,%s,空置%n".formatted(sure, day()));
    for (int i = 1; i <= EACH; i++) {
      addresses.append("AX%d,云江市,解放路,%d号%n".formatted(i, 900 + i));
      units.append("U%d,B%d,,9,%d,%n".formatted(EACH + i, one(), 900 + i));
    }
    List<SourceFile> files = new ArrayList<>();
    files.add(file(addresses, Kind.ADDRESSES));
    files.add(
        new SourceFile(imports.geojsonFile(buildings.toArray(String[]::new)), Kind.BUILDINGS));
    files.add(file(units, Kind.UNITS));
    files.add(file(households, Kind.HOUSEHOLDS));
    files.add(file(people, Kind.PEOPLE));
    files.add(file(shops, Kind.ORGANISATIONS));
    files.add(file(visits, Kind.EVIDENCE));
    return files;
  }

  private SourceFile file(StringBuilder lines, Kind kind) {
    return new SourceFile(imports.write(".csv", lines.toString()), kind);
  }

  private boolean often() {
    return dice.nextInt(3) > 0;
  }

  private boolean seldom() {
    return dice.nextInt(4) == 0;
  }

  private int one() {
    return 1 + dice.nextInt(EACH);
  }

  /** Of twice as many; the later half is in every batch. */
  private int unit() {
    return 1 + dice.nextInt(2 * EACH);
  }

  private String word() {
    return "名" + dice.nextInt(4);
  }

  private LocalDate day() {
    return FIRST.plusDays(dice.nextInt(300));
  }

  /**
   * A hand alters, ends, withdraws or adds something; what the register refuses does not happen.
   */
  private void hand() throws SQLException {
    String table = UndoModel.TABLES.get(dice.nextInt(UndoModel.TABLES.size()));
    List<String> ids =
        imports.ask("SELECT DISTINCT id FROM " + table + " WHERE upper_inf(recorded)");
    if (ids.isEmpty()) {
      return;
    }
    long id = Long.parseLong(ids.get(dice.nextInt(ids.size())));
    try (Connection connection = database.connect();
        ChangeTransaction transaction =
            ChangeTransaction.begin(
                connection, new ChangeReason("h", "h", "h", ChangeReason.Kind.CHANGE))) {
      FactEditor editor = new FactEditor(transaction, Sealing.NONE);
      FactTable facts = RegisterTables.read(connection, table);
      editor.lock(List.of(new FactEditor.Thing(table, id)));
      Timeline was = editor.read(facts, id);
      if (dice.nextInt(3) == 0) {
        long made = editor.create(table, "hand", "K" + dice.nextLong());
        Version like = was.versions().get(0);
        Timeline nothing = editor.read(facts, made);
        editor.write(facts, made, nothing, nothing.begin(Days.since(day()), like.values()));
      } else {
        editor.write(facts, id, was, altered(table, was));
      }
      transaction.commit();
    } catch (Timeline.UnfitException | SQLException e) {
      // not there on that day, or two homes on one: the next hand, then
      return;
    }
    database.execute(
        "SELECT occupancy_refresh(ARRAY(SELECT DISTINCT id FROM unit)); SELECT place_all()");
  }

  private Timeline altered(String table, Timeline was) throws Timeline.UnfitException {
    Map<String, String> values = new HashMap<>();
    switch (table) {
      case "building", "person", "organisation" -> values.put("name", word());
      case "unit" -> values.put("floor", Integer.toString(1 + dice.nextInt(9)));
      case "entrance" -> values.put("ordinal", Integer.toString(1 + dice.nextInt(9)));
      case "evidence" -> values.put("note", word());
      default -> {
        return was.end(day());
      }
    }
    return switch (dice.nextInt(3)) {
      case 0 -> was.end(day());
      case 1 -> was.withdraw(Days.since(FIRST.minusYears(50)));
      default -> was.change(day(), new HashMap<>(values));
    };
  }
}
