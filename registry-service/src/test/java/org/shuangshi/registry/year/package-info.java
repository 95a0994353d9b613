/** A year of one grid, and a second memory of it that shares nothing with the product. */
@NullMarked
package org.shuangshi.registry.year;

import org.jspecify.annotations.NullMarked;
