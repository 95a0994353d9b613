/**
 * Plans of grids: drawn as documents by several, checked, approved, and published from a day on in
 * one transaction; taken back as a whole.
 *
 * <p>Is not: the topology of drawing, which is gis.mesh; dividing, which is gis.zoning.
 */
@NullMarked
package org.shuangshi.registry.plan;

import org.jspecify.annotations.NullMarked;
