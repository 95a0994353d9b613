package org.shuangshi.registry.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.address.Address;
import org.shuangshi.gis.address.Component;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.intake.fact.Timeline.UnfitException;
import org.shuangshi.intake.fact.Version;

/**
 * Addresses name what they are part of. When that gets another name they name it so too: their text
 * is composed anew, and what it was stays with them as an alias.
 */
public final class AddressWording {
  private static final String TEXT = "text";
  private static final String ALIASES = "aliases";

  private final Component component;
  private final @Nullable String former;
  private final String name;

  /**
   * @param former what the component is where it is to be renamed, however written
   * @param name what it is to be
   */
  public AddressWording(Component component, String former, String name) {
    this.component = component;
    this.former = Address.EMPTY.with(component, former).get(component);
    this.name = name;
  }

  /** The address with the new name on those of the days on which it had the former. */
  public Timeline on(Days days, Timeline timeline) throws UnfitException {
    Timeline result = timeline;
    for (Version each : timeline.versions()) {
      String said = each.value(component.column());
      if (said != null && said.equals(former) && each.days().overlaps(days)) {
        result = result.correct(each.days().shared(days), reworded(each));
      }
    }
    return result;
  }

  private Map<String, @Nullable String> reworded(Version version) {
    Map<String, @Nullable String> parts = new HashMap<>(version.values());
    parts.put(component.column(), name);
    Map<String, @Nullable String> words = Composition.of(ThingKind.ADDRESS, parts);
    List<String> aliases = new ArrayList<>(TextList.items(version.value(ALIASES)));
    String before = version.value(TEXT);
    if (before != null) {
      aliases.add(before);
    }
    aliases.remove(words.get(TEXT));
    words.put(ALIASES, Values.listLiteral(aliases));
    return words;
  }
}
