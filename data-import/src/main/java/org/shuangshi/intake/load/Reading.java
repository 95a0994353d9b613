package org.shuangshi.intake.load;

import org.jspecify.annotations.Nullable;

/** How a cell becomes a value. The ways there are: {@link Readings}. */
@FunctionalInterface
interface Reading {

  /**
   * Reads a cell.
   *
   * @param raw what the file holds: text, Long, Double, LocalDate or Boolean; never null nor blank
   * @return null where the cell says that there is nothing
   */
  @Nullable Object read(Object raw) throws ValueFault;
}
