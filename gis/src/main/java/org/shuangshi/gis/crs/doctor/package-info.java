/**
 * Finds out which system the coordinates of a file are in, by what it declares, by the numbers
 * themselves, and by comparing them with what the register holds; and says why it believes so.
 *
 * <p>Is not: a changer of files. What it believes is a {@link org.shuangshi.gis.crs.doctor.Belief},
 * whose transform really moves each place; nothing is ever given another name and left where it is.
 */
@NullMarked
package org.shuangshi.gis.crs.doctor;

import org.jspecify.annotations.NullMarked;
