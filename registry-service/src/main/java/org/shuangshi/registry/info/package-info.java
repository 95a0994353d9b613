/**
 * What register this is: its name, extent, sizes, settings and last change.
 *
 * <p>Is not: the health of the service.
 */
@NullMarked
package org.shuangshi.registry.info;

import org.jspecify.annotations.NullMarked;
