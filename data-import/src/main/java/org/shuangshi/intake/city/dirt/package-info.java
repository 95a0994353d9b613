/**
 * Spoils a city as it is written: plants the faults that files of departments have, and writes down
 * where. One entry, {@link org.shuangshi.intake.city.dirt.Dirt}.
 *
 * <p>Is not: a user of the checks. What is expected of them is said here in words of its own, so
 * that found and planted are two opinions.
 */
@NullMarked
package org.shuangshi.intake.city.dirt;

import org.jspecify.annotations.NullMarked;
