/**
 * Draws cities: from a size and a seed a believable district with its villages, as the files people
 * really send. One entry, {@link org.shuangshi.intake.city.CityGenerator}.
 *
 * <p>Is not: a reader of the register. Nothing here knows a database, a clock or a locale; the same
 * seed gives the same bytes on every machine.
 */
@NullMarked
package org.shuangshi.intake.city;

import org.jspecify.annotations.NullMarked;
