/**
 * Judges geometry: valid or not and where, on the lattice or not, a coverage without gaps or not.
 * Faults are values with a stable code, a place and a Chinese text.
 *
 * <p>Is not: a repairer. What is wrong is named, never mended in silence.
 */
@NullMarked
package org.shuangshi.gis.geometry;

import org.jspecify.annotations.NullMarked;
