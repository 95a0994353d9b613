package org.shuangshi.registry.privacy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.permission.Sight;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Why;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives personal fields in full. The order is the point: rights, then the entry of the log in a
 * transaction of its own, then the values are read. Where the entry cannot be written nothing was
 * read; whatever happens after it, the entry stands.
 */
@Service
class RevealService {
  private final RevealRepository persons;
  private final Veil veil;
  private final EventLog log;
  private final TransactionTemplate alone;

  RevealService(
      RevealRepository persons, Veil veil, EventLog log, PlatformTransactionManager transactions) {
    this.persons = persons;
    this.veil = veil;
    this.log = log;
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  Revealed reveal(long id, RevealRequest request, LocalDate asOf) {
    Set<PersonField> fields = fields(request.fields());
    String why = Why.required(request.why(), "请写明查看的事由");
    if (!persons.present(id, asOf)) {
      throw absent(id, asOf);
    }
    requireSight(veil.over(List.of(id)), id, fields);
    alone.executeWithoutResult(status -> log.record(event(id, fields, why, asOf)));
    Map<PersonField, String> all = persons.values(id, asOf).orElseThrow(() -> absent(id, asOf));
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    fields.forEach(field -> values.put(field.field(), all.get(field)));
    return new Revealed(id, values);
  }

  private static Event event(long id, Set<PersonField> fields, String why, LocalDate asOf) {
    String names = fields.stream().map(PersonField::field).collect(Collectors.joining(","));
    return new Event(
        "person.revealed", "person:" + id, why, Map.of("fields", names, "asOf", asOf.toString()));
  }

  private static Set<PersonField> fields(@Nullable List<String> names) {
    if (names == null || names.isEmpty()) {
      throw Refusal.field("fields", "value.missing", "缺少 fields：要看哪些字段");
    }
    Set<PersonField> fields = EnumSet.noneOf(PersonField.class);
    for (String name : names) {
      fields.add(
          PersonField.find(name)
              .orElseThrow(() -> Refusal.field("fields", "field.unknown", "不是个人字段：" + name)));
    }
    return fields;
  }

  private static void requireSight(Veil.Over over, long id, Set<PersonField> fields) {
    if (!over.may(Permission.PEOPLE_REVEAL, id)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "reveal.not-here", "对此人所在的地方没有查看完整字段的权利");
    }
    List<String> less =
        fields.stream()
            .filter(field -> over.sight(id, field) != Sight.FULL)
            .map(PersonField::field)
            .toList();
    if (!less.isEmpty()) {
      throw Refusal.of(
          Refusal.Kind.FORBIDDEN, "reveal.field-not-seen", "所任角色看不到完整的：" + String.join("、", less));
    }
  }

  private static Refusal absent(long id, LocalDate asOf) {
    return Refusal.unknown("thing.unknown", asOf + " 没有编号为 " + id + " 的人口");
  }
}
