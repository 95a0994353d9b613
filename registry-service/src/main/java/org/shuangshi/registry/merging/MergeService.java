package org.shuangshi.registry.merging;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.ChangeReason.Kind;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.FactEditor.Thing;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.intake.fact.Timeline.UnfitException;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.edit.CodeRules;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.Editing;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.edit.Field;
import org.shuangshi.registry.edit.Reasons;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.merging.MergePreview.FieldChoice;
import org.shuangshi.registry.merging.MergeRequest.Side;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.privacy.Veil;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.refusal.Refusal.FieldFault;
import org.springframework.stereotype.Service;

@Service
class MergeService {
  private static final LocalDate EVER = LocalDate.of(1, 1, 1);
  private static final String PERSON = "person_id";

  /** SQLSTATE serialization_failure: the edit is run again from the start. */
  private static final String AGAIN = "40001";

  private final Editing editing;
  private final Veil veil;

  MergeService(Editing editing, Veil veil) {
    this.editing = editing;
    this.veil = veil;
  }

  /** What merging would ask; writes nothing. */
  MergePreview preview(long id, long into) {
    requireTwo(id, into);
    Veil.Over over = veil.over(List.of(id, into));
    return editing.run(
        Reasons.of(Kind.CORRECTION, "查看合并", null),
        edit -> {
          Timeline gone = known(edit, id);
          Timeline stays = known(edit, into);
          MergedFields fields = new MergedFields(gone, stays, Map.of());
          List<Field> differing = fields.differing();
          List<FieldChoice> choices = new ArrayList<>();
          for (Field field : fields.said()) {
            choices.add(
                new FieldChoice(
                    field.name(),
                    shown(over, id, field, MergedFields.last(gone, field)),
                    shown(over, into, field, MergedFields.last(stays, field)),
                    differing.contains(field)));
          }
          MergedHomes homes = homes(edit, id, into, List.of());
          return new MergePreview(
              Etag.of(gone),
              Etag.of(stays),
              choices,
              homes.open(),
              pointing(edit, ThingKind.RESIDENCE, id).size(),
              pointing(edit, ThingKind.TENANCY, id).size());
        });
  }

  private static @Nullable String shown(
      Veil.Over over, long id, Field field, @Nullable String value) {
    return field.personal()
        ? over.masked(id, PersonField.find(field.name()).orElseThrow(), value)
        : value;
  }

  /** The person {@code id} is the person that the request names, and always was. */
  void merge(long id, String seen, MergeRequest request) {
    Long named = request.into();
    if (named == null) {
      throw Refusal.field("into", "value.missing", "要合并到哪一个人，必须给出");
    }
    long into = named;
    requireTwo(id, into);
    Map<String, Side> choose = request.choose() == null ? Map.of() : request.choose();
    requireFields(choose);
    List<Long> mains = request.mains() == null ? List.of() : request.mains();
    editing.run(
        Reasons.of(Kind.CORRECTION, request.why(), request.source()),
        edit -> {
          lock(edit, id, into);
          Etag.check(edit, ThingKind.PERSON, id, seen);
          String intoSeen = request.intoEtag();
          if (intoSeen != null) {
            Etag.check(edit, ThingKind.PERSON, into, intoSeen);
          }
          Timeline gone = known(edit, id);
          Timeline stays = known(edit, into);
          MergedFields fields = new MergedFields(gone, stays, choose);
          requireDecided(fields.undecided());
          MergedHomes homes = homes(edit, id, into, mains);
          if (!homes.open().isEmpty()) {
            throw Refusal.of(
                Refusal.Kind.CONFLICT,
                "residence.two-mains",
                "两人在同一天各有主要居所，请用 mains 指明以哪个户室为主要居所，例如编号 " + homes.open().get(0).intoUnit());
          }
          edit.rewriteAll(ThingKind.PERSON, List.of(into), (person, timeline) -> fields.merged());
          if (provesRight(gone) && provesRight(stays)) { // what was wrong before stops nobody
            CodeRules.check(ThingKind.PERSON, edit.timeline(ThingKind.PERSON, into));
          }
          write(edit, homes);
          goOver(edit, id, into);
          edit.withdraw(ThingKind.PERSON, id, Days.since(EVER));
          lineage(edit, id, into, gone.versions().get(0).days().from());
          return into;
        });
  }

  private static void requireTwo(long id, long into) {
    if (id == into) {
      throw Refusal.field("into", "person.same", "不能与自己合并");
    }
  }

  private static void requireFields(Map<String, Side> choose) {
    for (String name : choose.keySet()) {
      if (ThingKind.PERSON.field(name).isEmpty()) {
        throw Refusal.field("choose." + name, "field.unknown", "人口没有这个字段");
      }
    }
  }

  private static void requireDecided(List<Field> undecided) {
    if (!undecided.isEmpty()) {
      String code = "person.merge-undecided";
      List<FieldFault> faults =
          undecided.stream()
              .map(
                  field ->
                      new FieldFault(
                          "choose." + field.name(), code, field.label() + "两人不同，请选择以谁为准"))
              .toList();
      throw Refusal.fields(code, "两人有不同的字段，请逐项选择以谁为准", faults);
    }
  }

  private static Timeline known(Edit edit, long person) throws SQLException {
    Timeline timeline = edit.timeline(ThingKind.PERSON, person);
    if (timeline.isEmpty()) {
      throw Refusal.unknown("thing.unknown", "没有编号为 " + person + " 的人口");
    }
    return timeline;
  }

  private static boolean provesRight(Timeline timeline) {
    try {
      CodeRules.check(ThingKind.PERSON, timeline);
      return true;
    } catch (Refusal wrong) {
      return false;
    }
  }

  /** Things of a kind that point at a person with any of their fields, on whatever days. */
  private static Set<Long> pointing(Edit edit, ThingKind kind, long person) throws SQLException {
    Set<Long> ids = new HashSet<>();
    for (Field field : ofPersons(kind)) {
      ids.addAll(edit.pointingAt(kind, field.column(), person, EVER));
    }
    return ids;
  }

  private static List<Field> ofPersons(ThingKind kind) {
    return kind.references().stream().filter(field -> "person".equals(field.target())).toList();
  }

  private static void lock(Edit edit, long id, long into) throws SQLException {
    Set<Thing> locked = things(edit, id, into);
    edit.lock(locked);
    edit.forget();
    if (!locked.containsAll(things(edit, id, into))) {
      throw new SQLException("overtaken while locking", AGAIN);
    }
  }

  private static Set<Thing> things(Edit edit, long id, long into) throws SQLException {
    Set<Thing> things = new HashSet<>();
    for (long person : List.of(id, into)) {
      things.add(Edit.thing(ThingKind.PERSON, person));
      for (ThingKind kind : ThingKind.values()) {
        if (ofPersons(kind).isEmpty()) {
          continue;
        }
        for (long pointing : pointing(edit, kind, person)) {
          things.add(Edit.thing(kind, pointing));
          for (Version version : edit.timeline(kind, pointing).versions()) {
            for (Field field : kind.references()) {
              if (version.value(field.column()) != null) {
                things.add(
                    new Thing(String.valueOf(field.target()), version.reference(field.column())));
              }
            }
          }
        }
      }
    }
    return things;
  }

  private static MergedHomes homes(Edit edit, long id, long into, List<Long> mains)
      throws SQLException {
    try {
      return new MergedHomes(into, residences(edit, id), residences(edit, into), mains);
    } catch (UnfitException e) {
      throw new IllegalStateException("residences of " + id + " and " + into, e);
    }
  }

  private static Map<Long, Timeline> residences(Edit edit, long person) throws SQLException {
    return edit.timelines(
        ThingKind.RESIDENCE, edit.pointingAt(ThingKind.RESIDENCE, PERSON, person, EVER));
  }

  private static void write(Edit edit, MergedHomes homes) throws SQLException {
    Map<Long, Timeline> after = homes.timelines();
    edit.rewriteAll(
        ThingKind.RESIDENCE,
        after.keySet(),
        (residence, before) -> after.getOrDefault(residence, before));
    for (long household : homes.left()) {
      LeftHousehold.settle(edit, household);
    }
  }

  /** What else points at the one points at the other. */
  private static void goOver(Edit edit, long id, long into) throws SQLException {
    for (ThingKind kind : ThingKind.values()) {
      for (Field field : ofPersons(kind)) {
        List<Long> ids = edit.pointingAt(kind, field.column(), id, EVER);
        edit.rewriteAll(
            kind,
            ids,
            (thing, timeline) -> {
              Timeline result = timeline;
              for (Version version : timeline.versions()) {
                if (String.valueOf(id).equals(version.value(field.column()))) {
                  result =
                      result.correct(version.days(), Map.of(field.column(), String.valueOf(into)));
                }
              }
              return result;
            });
      }
    }
  }

  private static void lineage(Edit edit, long id, long into, LocalDate from) throws SQLException {
    Map<String, String> values = new HashMap<>();
    values.put("kind", ThingKind.PERSON.name());
    values.put("from_id", String.valueOf(id));
    values.put("to_id", String.valueOf(into));
    values.put("relation", "SAME_AS");
    edit.begin(ThingKind.LINEAGE, Days.since(from), new HashMap<>(values));
  }
}
