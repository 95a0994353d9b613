package org.shuangshi.registry.residence;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shuangshi.intake.fact.FactEditor.Thing;
import org.shuangshi.registry.edit.Edit;

/**
 * What a verb will write is found by reading, and may have changed by the time it is locked. So it
 * is found again under the locks; what is new then starts the work over.
 */
final class Locking {

  /** SQLSTATE serialization_failure: the edit is run again from the start. */
  private static final String AGAIN = "40001";

  private Locking() {}

  /** Finds the homes a verb is about. */
  interface Finder {
    List<Homes.Home> find() throws SQLException;
  }

  /**
   * Locks the homes found and other things, in the one order.
   *
   * @return the homes as they are under the locks
   */
  static List<Homes.Home> lock(Edit edit, Set<Thing> others, Finder finder) throws SQLException {
    Set<Thing> locked = new HashSet<>(others);
    locked.addAll(Homes.things(finder.find()));
    edit.lock(locked);
    edit.forget();
    List<Homes.Home> homes = finder.find();
    if (!locked.containsAll(Homes.things(homes))) {
      throw new SQLException("overtaken while locking", AGAIN);
    }
    return homes;
  }
}
