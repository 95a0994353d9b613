package org.shuangshi.intake.city.dirt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts of addresses made of the city's own parts: to the letter, as people write them, and shorter
 * than they should be.
 */
final class Texts {
  private static final List<String> PARTS =
      List.of(
          "city",
          "district",
          "street",
          "community",
          "village_group",
          "road",
          "section",
          "lane",
          "door_number",
          "door_suffix",
          "estate",
          "phase",
          "building",
          "entrance",
          "room");

  /** A room no building of the city has. */
  private static final String NO_ROOM = "9907室";

  private Texts() {}

  /** The official text. */
  static String official(DirtyRow address) {
    return text(address, "city", "");
  }

  /** The same with 栋 for 幢, digits of full width, and the room as a bare number. */
  static @Nullable String otherwise(DirtyRow address) {
    if (!plain(address)) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    String other = official(address).replace('幢', '栋').replaceFirst("室$", "");
    other.chars().forEach(c -> text.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)));
    return text.toString();
  }

  /** As neighbours say it: without city, district and street. */
  static @Nullable String local(DirtyRow address) {
    return plain(address) ? text(address, address.has("road") ? "road" : "community", "") : null;
  }

  static @Nullable String fromEstate(DirtyRow address) {
    return plain(address) && address.has("estate") ? text(address, "estate", "") : null;
  }

  /** A gate has a plate of its own, so nothing else is at it. */
  static @Nullable String withoutEstate(DirtyRow address) {
    return plain(address) && address.has("estate") ? text(address, "city", "estate") : null;
  }

  /** Of a room that is not there. */
  static String noRoom(DirtyRow address) {
    return text(address, "city", "room") + NO_ROOM;
  }

  /** Without what tells one stair or one group of a village from the next. */
  static List<String> tooShort(DirtyRow address) {
    List<String> texts = new ArrayList<>();
    if (address.has("entrance") && plain(address)) {
      texts.add(text(address, "city", "entrance"));
    }
    if (address.has("village_group") && plain(address)) {
      texts.add(text(address, "city", "village_group"));
    }
    return texts;
  }

  /** Whether its room is a number: not B101, of which there may be one without a stair. */
  private static boolean plain(DirtyRow address) {
    return !address.has("room") || String.valueOf(address.get("room")).matches("[0-9]+室");
  }

  private static String text(DirtyRow address, String first, String without) {
    boolean village = !address.has("road") && !address.has("lane");
    StringBuilder text = new StringBuilder();
    for (String part : PARTS.subList(PARTS.indexOf(first), PARTS.size())) {
      boolean ofVillage = part.equals("community") || part.equals("village_group");
      if (address.has(part) && !part.equals(without) && (village || !ofVillage)) {
        text.append(address.get(part));
      }
    }
    return text.toString();
  }
}
