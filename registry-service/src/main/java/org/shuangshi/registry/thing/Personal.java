package org.shuangshi.registry.thing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.registry.edit.Field;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.permission.Sight;
import org.shuangshi.registry.privacy.Veil;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cards and histories as who asks may see them: personal fields masked, or not there. What the
 * repository read holds them in full and goes nowhere else.
 */
@Component
class Personal {
  private final Veil veil;
  private final PersonSeal seal;
  private final JsonMapper json;

  Personal(Veil veil, PersonSeal seal, JsonMapper json) {
    this.veil = veil;
    this.seal = seal;
    this.json = json;
  }

  ThingCard masked(ThingKind kind, ThingCard card) {
    List<Field> fields = personal(kind);
    if (fields.isEmpty()) {
      return card;
    }
    String values = masked(fields, card.id(), veil.over(List.of(card.id())), card.values());
    return card.withValues(values);
  }

  List<ThingVersion> masked(ThingKind kind, long id, List<ThingVersion> versions) {
    List<Field> fields = personal(kind);
    if (fields.isEmpty()) {
      return versions;
    }
    Veil.Over over = veil.over(List.of(id));
    Map<String, List<JsonNode>> met = new HashMap<>();
    List<ThingVersion> masked = new ArrayList<>();
    for (ThingVersion version : versions) {
      JsonNode said = json.readTree(version.values());
      Map<String, Integer> marks = new LinkedHashMap<>();
      for (Field field : fields) {
        JsonNode value = said.path(field.name());
        if (!value.isNull() && over.sight(id, of(field)) != Sight.NONE) {
          marks.put(
              field.name(),
              mark(met.computeIfAbsent(field.name(), name -> new ArrayList<>()), value));
        }
      }
      masked.add(version.with(masked(fields, id, over, version.values()), marks));
    }
    return masked;
  }

  /** Which of the values met so far it is; new ones are put to their end. */
  private static int mark(List<JsonNode> met, JsonNode value) {
    int at = met.indexOf(value);
    if (at < 0) {
      met.add(value);
      at = met.size() - 1;
    }
    return at + 1;
  }

  private String masked(List<Field> fields, long id, Veil.Over over, String values) {
    ObjectNode said = (ObjectNode) json.readTree(values);
    for (Field field : fields) {
      JsonNode value = said.path(field.name());
      @Nullable String text = value.isNull() ? null : value.asString();
      if (field.sealed()) {
        text = seal.open(PersonSeal.of(id), field.column(), text);
      }
      said.put(field.name(), over.masked(id, of(field), text));
    }
    return json.writeValueAsString(said);
  }

  private static PersonField of(Field field) {
    return PersonField.find(field.name()).orElseThrow();
  }

  private static List<Field> personal(ThingKind kind) {
    return kind.fields().stream().filter(Field::personal).toList();
  }
}
