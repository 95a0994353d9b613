/**
 * What becomes of buildings: demolished, merged into one, split into several, with all that is in
 * them and with their lineage.
 *
 * <p>Is not: a building's card and chart; that is the package {@code building}.
 */
@NullMarked
package org.shuangshi.registry.lifecycle;

import org.jspecify.annotations.NullMarked;
