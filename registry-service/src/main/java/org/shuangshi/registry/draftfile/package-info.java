/**
 * Files of polygons, read for somebody who draws grids: any format and system the register reads.
 * Nothing of them is kept.
 *
 * <p>Is not: which grid a polygon becomes, which the page decides (frontend fileDraft.ts), nor the
 * bringing in of register data, which is intake.
 */
@NullMarked
package org.shuangshi.registry.draftfile;

import org.jspecify.annotations.NullMarked;
