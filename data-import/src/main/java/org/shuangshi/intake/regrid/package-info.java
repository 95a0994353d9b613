/**
 * Whether every building lies in the grid its stored link says, worked out in memory for a whole
 * city; what differs is linked anew.
 *
 * <p>Is not: linking after a change, which the database does itself (follow_links).
 */
@NullMarked
package org.shuangshi.intake.regrid;

import org.jspecify.annotations.NullMarked;
