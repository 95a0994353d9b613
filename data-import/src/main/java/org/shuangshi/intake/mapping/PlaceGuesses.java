package org.shuangshi.intake.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of guesses for {@link Place} can stand together: both of a pair or none, and no pair beside
 * a WKT that is sure.
 */
final class PlaceGuesses {

  private PlaceGuesses() {}

  /**
   * The guesses, those of other fields as they are.
   *
   * @param found fields that have a column already
   */
  static List<Guess> settle(List<Guess> guesses, Sample sample, Set<String> found) {
    List<Guess> left = new ArrayList<>(guesses);
    left.removeIf(each -> isPlace(each) && sample.columns().get(each.column()).isEmpty());
    Guess wkt = of(Place.WKT, left);
    Guess east = of(Place.EAST, left);
    Guess north = of(Place.NORTH, left);
    boolean whole =
        (east != null || found.contains(Place.EAST))
            && (north != null || found.contains(Place.NORTH));
    if (!whole || (wkt != null && wkt.sure())) {
      left.removeIf(each -> each.equals(east) || each.equals(north));
    } else if (east != null && north != null) {
      String doubt = doubt(east, north, sample);
      left.replaceAll(
          each ->
              doubt != null && (each.equals(east) || each.equals(north))
                  ? unsure(each, doubt)
                  : each);
    }
    return left;
  }

  private static @Nullable String doubt(Guess east, Guess north, Sample sample) {
    boolean degrees = Place.isDegrees(sample.columns().get(east.column()));
    if (degrees != Place.isDegrees(sample.columns().get(north.column()))) {
      return "；成对的两列一列是度、一列是米";
    }
    return east.sure() && north.sure() ? null : "";
  }

  private static Guess unsure(Guess guess, String why) {
    return new Guess(
        guess.column(), guess.field(), guess.confidence(), false, guess.reason() + why);
  }

  private static boolean isPlace(Guess guess) {
    return Place.FIELDS.contains(guess.field());
  }

  private static @Nullable Guess of(String field, List<Guess> guesses) {
    return guesses.stream().filter(each -> each.field().equals(field)).findFirst().orElse(null);
  }
}
