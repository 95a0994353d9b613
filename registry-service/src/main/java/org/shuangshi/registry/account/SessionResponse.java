package org.shuangshi.registry.account;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Areas;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.permission.Reader.Obstacle;
import org.shuangshi.registry.permission.Sight;

/**
 * Who is signed in, and what the sign-in page has to say.
 *
 * @param who null: nobody
 * @param demo whether demo accounts with a known password exist
 * @param provider what the button of the identity provider says; null: there is none
 * @param first whether there is no account as yet: the first administrator is to be made
 */
record SessionResponse(
    @Nullable SignedIn who, boolean demo, boolean first, @Nullable String provider) {

  /**
   * Somebody who is signed in.
   *
   * @param obstacle what has to be done before anything else
   * @param roles the roles held today, somewhere
   * @param permissions what may be done today, somewhere
   * @param sights the most that is seen of each personal field, somewhere; a field that is not
   *     named is not seen
   * @param areas where the register may be read
   */
  record SignedIn(
      String name,
      String displayName,
      boolean demo,
      Obstacle obstacle,
      List<HeldRole> roles,
      List<Permission> permissions,
      Map<PersonField, Sight> sights,
      OwnAreas areas) {

    static SignedIn of(Reader reader) {
      return new SignedIn(
          reader.name(),
          reader.displayName(),
          reader.demo(),
          reader.obstacle(),
          reader.rights().roles().stream()
              .map(role -> new HeldRole(role.name(), role.label()))
              .toList(),
          reader.rights().permissions().stream().sorted(Comparator.naturalOrder()).toList(),
          sights(reader),
          OwnAreas.of(reader.areas(Permission.REGISTER_READ)));
    }

    private static Map<PersonField, Sight> sights(Reader reader) {
      Map<PersonField, Sight> sights = new EnumMap<>(PersonField.class);
      for (PersonField field : PersonField.values()) {
        Sight sight = reader.sight(field);
        if (sight != Sight.NONE) {
          sights.put(field, sight);
        }
      }
      return sights;
    }
  }

  /**
   * Areas by their ids.
   *
   * @param communities none where it is the whole city
   */
  record OwnAreas(boolean wholeCity, List<Long> communities, List<Long> grids) {

    static OwnAreas of(Areas areas) {
      return areas.wholeCity()
          ? new OwnAreas(true, List.of(), List.of())
          : new OwnAreas(
              false,
              areas.communities().stream().sorted().toList(),
              areas.grids().stream().sorted().toList());
    }
  }

  /** A role by its stable name and its name on screens. */
  record HeldRole(String name, String label) {}
}
