package org.shuangshi.registry.permission;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an account may do today, and where: one entry for each role it has. */
public final class Rights {

  /**
   * A role the account has somewhere today.
   *
   * @param name stable name of the role
   * @param label its name on screens
   * @param sights fields that are not in it are not seen
   */
  public record Held(
      String name,
      String label,
      Set<Permission> permissions,
      Map<PersonField, Sight> sights,
      Areas areas) {}

  private final List<Held> roles;
  private final Set<Permission> permissions;
  private final Map<Permission, Areas> areas = new EnumMap<>(Permission.class);

  Rights(Collection<Held> roles) {
    this.roles = List.copyOf(roles);
    this.permissions = EnumSet.noneOf(Permission.class);
    for (Held role : roles) {
      permissions.addAll(role.permissions());
    }
    for (Permission permission : permissions) {
      areas.put(
          permission,
          Areas.union(
              this.roles.stream()
                  .filter(role -> role.permissions().contains(permission))
                  .map(Held::areas)
                  .toList()));
    }
  }

  public List<Held> roles() {
    return roles;
  }

  /** What may be done at least somewhere. */
  public Set<Permission> permissions() {
    return Set.copyOf(permissions);
  }

  public boolean include(Permission permission) {
    return permissions.contains(permission);
  }

  /** Where something may be done; nowhere where it may not. */
  public Areas areas(Permission permission) {
    return areas.getOrDefault(permission, Areas.NOWHERE);
  }

  /** Where a field of people is seen, at least masked. */
  public Areas areas(PersonField field) {
    return Areas.union(
        roles.stream()
            .filter(role -> role.permissions().contains(Permission.PEOPLE_READ))
            .filter(role -> role.sights().getOrDefault(field, Sight.NONE) != Sight.NONE)
            .map(Held::areas)
            .toList());
  }

  /** Whether any of it is given only to who signs in with a second factor. */
  public boolean needSecondFactor() {
    return permissions.stream().anyMatch(Permission::needsSecondFactor);
  }

  /** The most that is seen of a field of somebody, wherever they live. */
  public Sight sight(PersonField field) {
    return most(field, areas -> true);
  }

  /**
   * The most that is seen of a field of somebody who lives there.
   *
   * @param community id of its community; null: in none
   * @param grid id of its grid; null: in none
   */
  public Sight sight(PersonField field, @Nullable Long community, @Nullable Long grid) {
    return most(field, areas -> areas.cover(community, grid));
  }

  private Sight most(PersonField field, Predicate<Areas> there) {
    Sight most = Sight.NONE;
    for (Held role : roles) {
      Sight sight = role.sights().getOrDefault(field, Sight.NONE);
      if (sight.compareTo(most) > 0
          && role.permissions().contains(Permission.PEOPLE_READ)
          && there.test(role.areas())) {
        most = sight;
      }
    }
    return most;
  }
}
