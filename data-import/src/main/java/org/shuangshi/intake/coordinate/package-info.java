/**
 * Which system the numbers of a file are in: a sample of its places held against the register's own
 * ({@link org.shuangshi.gis.crs.doctor.CrsDoctor}), what a person says about it, and what becomes
 * of it. {@link org.shuangshi.intake.coordinate.CoordinateCheck} is the door.
 *
 * <p>Is not: what moves each geometry of the file, nor what writes it (load).
 */
@NullMarked
package org.shuangshi.intake.coordinate;

import org.jspecify.annotations.NullMarked;
