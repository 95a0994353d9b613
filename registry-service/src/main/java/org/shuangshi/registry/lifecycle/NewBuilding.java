package org.shuangshi.registry.lifecycle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.edit.Values;
import org.shuangshi.registry.refusal.Refusal;
import tools.jackson.databind.JsonNode;

/** What is said of a building made of others: what the request says, else what they agree on. */
final class NewBuilding {
  private static final String FOOTPRINT = "footprint";
  private static final String STATUS = "status";
  private static final String USE = "use";

  /** A name is not inherited: two buildings of one name would be taken for each other. */
  private static final List<String> INHERITED =
      List.of(USE, "structure", "floors", "floors_below", "height_m", "year_built", "address_id");

  private NewBuilding() {}

  /** Of several; the footprint is theirs where none is said. */
  static Map<String, @Nullable String> ofAll(
      List<Version> olds, @Nullable JsonNode said, String at) {
    Map<String, @Nullable String> values = of(olds, said, at);
    if (values.get(FOOTPRINT) == null) {
      values.put(
          FOOTPRINT, Footprints.union(olds.stream().map(old -> old.value(FOOTPRINT)).toList()));
    }
    return values;
  }

  /** A part of one. */
  static Map<String, @Nullable String> partOf(Version old, @Nullable JsonNode said, String at) {
    Map<String, @Nullable String> values = of(List.of(old), said, at);
    if (values.get(FOOTPRINT) == null) {
      throw Refusal.field(at + ".geometry", "value.missing", "每一部分都要画出轮廓");
    }
    return values;
  }

  private static Map<String, @Nullable String> of(
      List<Version> olds, @Nullable JsonNode said, String at) {
    Map<String, @Nullable String> values = new HashMap<>();
    for (String column : INHERITED) {
      String first = olds.get(0).value(column);
      if (olds.stream().allMatch(old -> Objects.equals(old.value(column), first))) {
        values.put(column, first);
      }
    }
    values.putIfAbsent(USE, "MIXED");
    values.put(STATUS, "STANDING");
    if (said != null && !said.isEmpty()) {
      values.putAll(Values.read(ThingKind.BUILDING, said, at));
    }
    if (!"STANDING".equals(values.get(STATUS))) {
      throw Refusal.field(at + ".status", "building.not-standing", "新楼的状态应为 STANDING");
    }
    return values;
  }
}
