package org.shuangshi.gis.address;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of divisions, roads, estates and buildings, with their aliases and former names: the
 * register itself and the official tables of divisions.
 */
public interface Gazetteer {

  /** The gazetteer that knows no name. */
  Gazetteer EMPTY = (text, from, to) -> List.of();

  /**
   * A name.
   *
   * @param component what it names
   * @param name the name in force
   * @param written the name, an alias or a former name, folded: as long as what it matches
   * @param parent the name in force of what it lies in, where known
   */
  record Entry(Component component, String name, String written, @Nullable String parent) {}

  /**
   * The entries of all names that stand at {@code from} and end before {@code to}, those of longer
   * names first, of one name in the order they were added. {@code text} is folded (half-width,
   * simplified); no more than {@link #LONGEST} characters are looked at.
   */
  List<Entry> at(String text, int from, int to);

  /** No name is longer. */
  int LONGEST = 40;
}
