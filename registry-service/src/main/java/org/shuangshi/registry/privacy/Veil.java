package org.shuangshi.registry.privacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.permission.Sight;
import org.shuangshi.registry.privacy.PlaceRepository.Place;
import org.shuangshi.registry.request.Days;
import org.springframework.stereotype.Component;

/**
 * The one way for a personal field into an answer. What somebody sees of a person goes by the
 * places the person is seen with; of several the most counts, as a person is seen with each.
 *
 * <pre>{@code veil.over(ids).masked(id, PersonField.PHONE, phone)}</pre>
 */
@Component
public class Veil {
  private final PlaceRepository places;
  private final Days days;

  Veil(PlaceRepository places, Days days) {
    this.places = places;
    this.days = days;
  }

  /** What who asks now sees of these persons. */
  public Over over(Collection<Long> persons) {
    return new Over(Reader.current(), places.of(persons, days.today()));
  }

  /** What somebody sees of some persons; nothing of others. */
  public static final class Over {
    /** Seen with no place: its last version was withdrawn, or it never had one. */
    private static final List<Place> UNPLACED = List.of(new Place(null, null));

    private final Reader reader;
    private final Map<Long, List<Place>> places;
    private final Map<Set<Place>, Map<PersonField, Sight>> known = new HashMap<>();

    private Over(Reader reader, Map<Long, List<Place>> places) {
      this.reader = reader;
      this.places = places;
    }

    /** The value as it may be shown unasked; null where nothing may be, or there is nothing. */
    public @Nullable String masked(long person, PersonField field, @Nullable String value) {
      return sight(person, field) == Sight.NONE ? null : Mask.of(field, value);
    }

    /** How much may be seen of a field of a person. */
    public Sight sight(long person, PersonField field) {
      List<Place> its = placesOf(person);
      return known
          .computeIfAbsent(new HashSet<>(its), some -> new HashMap<>())
          .computeIfAbsent(field, one -> most(one, its));
    }

    private Sight most(PersonField field, List<Place> its) {
      Sight most = Sight.NONE;
      for (Place place : its) {
        Sight sight = reader.sight(field, place.community(), place.grid());
        most = sight.compareTo(most) > 0 ? sight : most;
      }
      return most;
    }

    /** Whether something may be done where the person is seen with. */
    public boolean may(Permission permission, long person) {
      return placesOf(person).stream()
          .anyMatch(place -> reader.areas(permission).cover(place.community(), place.grid()));
    }

    private List<Place> placesOf(long person) {
      return places.getOrDefault(person, UNPLACED);
    }
  }
}
