package org.shuangshi.registry.registration;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.cell.ByCells;

/**
 * How many of an area.
 *
 * @param away 户在人不在, persons
 * @param emptyBooks 空挂户, registration books
 * @param byCells null where everybody of the area was counted
 */
record RegistrationCounts(long away, long emptyBooks, @Nullable ByCells byCells) {}
