package org.shuangshi.gis.address;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a pass has understood so far. */
final class Draft {
  private record Doubt(Span span, String why, Map<Component, String> instead) {}

  private final String original;
  private final NormalText normal;
  private final Map<Component, String> parts = new EnumMap<>(Component.class);
  private final Map<Component, Span> spans = new EnumMap<>(Component.class);
  private final Map<Component, String> renamed = new EnumMap<>(Component.class);
  private final List<Span> leftOver = new ArrayList<>();
  private final List<Doubt> doubts = new ArrayList<>();
  private int leftTo = -1;
  private @Nullable Component last;

  Draft(String original, NormalText normal) {
    this.original = original;
    this.normal = normal;
  }

  boolean has(Component component) {
    return parts.containsKey(component);
  }

  @Nullable Component last() {
    return last;
  }

  boolean names(@Nullable String name) {
    return name != null && parts.containsValue(name);
  }

  /** The component as it stands there. */
  void take(Component component, int from, int to) {
    take(component, from, to, Writing.halfWidth(normal.span(from, to).of(original)));
  }

  void take(Component component, int from, int to, Gazetteer.Entry entry) {
    take(component, from, to, entry.name());
    String said = normal.text().substring(from, to);
    if (!said.equals(NormalText.of(entry.name()).text())) {
      renamed.put(component, normal.span(from, to).of(original));
    }
  }

  /** The component as given: its number without the words around it. */
  void take(Component component, int from, int to, String value) {
    parts.put(component, value);
    spans.put(component, normal.span(from, to));
    last = component;
  }

  void leave(int from, int to) {
    Span span = normal.span(from, to);
    if (leftTo == from && !leftOver.isEmpty()) {
      Span before = leftOver.remove(leftOver.size() - 1);
      span = new Span(before.from(), span.to());
    }
    leftOver.add(span);
    leftTo = to;
  }

  /** It can be meant otherwise: instead of the component taken there, others. */
  void doubt(int from, int to, String why, Component taken, Map<Component, String> others) {
    Map<Component, String> instead = new EnumMap<>(others);
    instead.putIfAbsent(taken, Writing.ABSENT);
    doubts.add(new Doubt(normal.span(from, to), why, instead));
  }

  Reading reading() {
    List<Ambiguity> ambiguities = new ArrayList<>();
    for (Doubt doubt : doubts) {
      Map<Component, String> other = new EnumMap<>(Component.class);
      other.putAll(parts);
      other.putAll(doubt.instead());
      ambiguities.add(new Ambiguity(doubt.span(), doubt.why(), Address.of(other)));
    }
    return new Reading(original, Address.of(parts), spans, renamed, leftOver, ambiguities);
  }
}
