/**
 * Who is registered at a unit here and lives elsewhere: 户在人不在 and 空挂户, in any area.
 *
 * <p>Is not: 实有人口 of an area, which the package {@code grid} counts by where they live; nor what a
 * person's registration is, which is a field of the person.
 */
@NullMarked
package org.shuangshi.registry.registration;

import org.jspecify.annotations.NullMarked;
