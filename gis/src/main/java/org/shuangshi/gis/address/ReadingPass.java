package org.shuangshi.gis.address;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over one text. */
final class ReadingPass {
  private static final int LONGEST_NAME = 40;

  private final NormalText normal;
  private final String text;
  private final Gazetteer gazetteer;
  private final Draft draft;
  private final Numbers numbers;
  private int at;

  ReadingPass(String original, Gazetteer gazetteer) {
    normal = NormalText.of(original);
    text = normal.text();
    this.gazetteer = gazetteer;
    draft = new Draft(original, normal);
    numbers = new Numbers(normal, draft);
  }

  Reading run() {
    while (at < text.length()) {
      int before = at;
      if (!bracket() && !separator() && !division() && !known() && !number()) {
        name();
      }
      if (at == before) {
        draft.leave(at, at + 1);
        at++;
      }
    }
    return draft.reading();
  }

  private boolean bracket() {
    char open = text.charAt(at);
    int kind = "([{【〔".indexOf(open);
    if (kind < 0) {
      return false;
    }
    int close = text.indexOf(")]}】〕".charAt(kind), at);
    int end = close < 0 ? text.length() : close + 1;
    draft.leave(at, end);
    at = end;
    return true;
  }

  private boolean separator() {
    if (",，.。、;；:：·|_-".indexOf(text.charAt(at)) < 0) {
      return false;
    }
    at++;
    return true;
  }

  private boolean division() {
    Component last = draft.last();
    if (last != null && !last.isDivision()) {
      return false;
    }
    if (last == Component.COMMUNITY) {
      return false;
    }
    Gazetteer.@Nullable Entry entry = divisionEntry(last);
    if (entry != null) {
      int end = at + entry.written().length();
      if (goesOnAsAPlace(end)) {
        return false;
      }
      if (entry.component() == Component.STREET && text.startsWith("办事处", end)) {
        end += 3;
      }
      draft.take(entry.component(), at, end, entry);
      at = end;
      return true;
    }
    DivisionEnding.Found found = DivisionEnding.find(normal, at, last);
    if (found == null) {
      return false;
    }
    draft.take(found.component(), at, found.end());
    at = found.end();
    if (found.component() == Component.STREET && text.startsWith("办事处", at)) {
      at += 3;
    }
    return true;
  }

  /** The longest that comes after what was read, one in what was read before one elsewhere. */
  private Gazetteer.@Nullable Entry divisionEntry(@Nullable Component last) {
    Gazetteer.Entry best = null;
    boolean bestInside = false;
    for (Gazetteer.Entry each : gazetteer.at(text, at, text.length())) {
      if (best != null && each.written().length() < best.written().length()) {
        break;
      }
      boolean inOrder = last == null || each.component().compareTo(last) > 0;
      int end = at + each.written().length();
      if (!each.component().isDivision()
          || !inOrder
          || (shortName(each) && (Names.leadsToRoad(text, end) || !opens(end)))) {
        continue;
      }
      boolean inside = draft.names(each.parent());
      if (best == null || (inside && !bestInside)) {
        best = each;
        bestInside = inside;
      }
    }
    return best;
  }

  /** Whether a known place is named after the division that ends there: 澄湖区人民医院. */
  private boolean goesOnAsAPlace(int divisionEnd) {
    return gazetteer.at(text, at, text.length()).stream()
        .filter(each -> !each.component().isDivision() && each.component() != Component.ROAD)
        .mapToInt(each -> at + each.written().length())
        .anyMatch(end -> end > divisionEnd && ends(end));
  }

  private static boolean shortName(Gazetteer.Entry entry) {
    return "省市区县旗道镇乡村".indexOf(entry.written().charAt(entry.written().length() - 1)) < 0;
  }

  /** Whether the words after 朝阳 can go on an address: not 朝阳号, 朝阳大厦. */
  private boolean opens(int end) {
    if (end >= text.length()) {
      return true;
    }
    for (String word : List.of("大厦", "广场", "花园", "小区", "公寓", "大楼", "号", "商城", "新村")) {
      if (text.startsWith(word, end)) {
        return false;
      }
    }
    return true;
  }

  private boolean known() {
    for (Gazetteer.Entry each : gazetteer.at(text, at, text.length())) {
      Component component = each.component();
      int end = at + each.written().length();
      boolean wanted =
          switch (component) {
            case ROAD -> !draft.has(Component.ROAD) && !draft.has(Component.ESTATE);
            case ESTATE -> !draft.has(Component.ESTATE) && !draft.has(Component.BUILDING);
            case BUILDING -> !draft.has(Component.BUILDING);
            default -> false;
          };
      if (wanted && (component == Component.ROAD ? !goesOn(end) : ends(end))) {
        draft.take(component, at, end, each);
        at = end;
        return true;
      }
    }
    return false;
  }

  /** 解放路 in 解放路口, 人民街 in 人民街道. */
  private boolean goesOn(int end) {
    return end < text.length() && "口道".indexOf(text.charAt(end)) >= 0;
  }

  /** Whether a name can end here: a number, a sign, a part or another known name follows. */
  private boolean ends(int end) {
    return end >= text.length()
        || normal.breaksAt(end)
        || text.charAt(end) < '\u0080'
        || numbers.begin(end)
        || !gazetteer.at(text, end, text.length()).isEmpty();
  }

  private boolean number() {
    int end = numbers.take(at);
    if (end == at) {
      return false;
    }
    at = end;
    return true;
  }

  private void name() {
    int end = at + 1;
    int most = Math.min(text.length(), at + LONGEST_NAME);
    while (end < most && !stops(end)) {
      end++;
    }
    if (!draft.has(Component.ROAD)
        && !draft.has(Component.DOOR_NUMBER)
        && !draft.has(Component.BUILDING)) {
      int road = Names.road(text, at, end);
      if (road > at) {
        draft.take(Component.ROAD, at, road);
        at = road;
        return;
      }
    }
    place(at, end);
    at = end;
  }

  private boolean stops(int i) {
    char c = text.charAt(i);
    if (normal.breaksAt(i) || "([{【〔,，。、;；:：|".indexOf(c) >= 0) {
      return true;
    }
    return numbers.begin(i);
  }

  private void place(int from, int to) {
    int side = draft.has(Component.BUILDING) ? to : Names.side(text, from, to);
    if (side > from) {
      String name = text.substring(from, side);
      boolean alone = side == to && Names.building(name) && !numbers.buildingAt(to);
      if (to - from < 2) {
        draft.leave(from, to);
      } else if (alone && !draft.has(Component.BUILDING)) {
        draft.take(Component.BUILDING, from, side);
      } else if (!draft.has(Component.ESTATE) && !draft.has(Component.ROOM)) {
        draft.take(Component.ESTATE, from, side);
      } else {
        draft.leave(from, side);
      }
    }
    if (side < to) {
      draft.take(Component.BUILDING, side, to);
    }
  }
}
