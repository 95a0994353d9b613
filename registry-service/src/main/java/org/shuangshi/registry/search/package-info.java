/**
 * What typed words mean, first form: addresses, buildings, estates, grids and regions with a place
 * to fly to.
 *
 * <p>Is not: a parser of addresses, nor a search for people.
 */
@NullMarked
package org.shuangshi.registry.search;

import org.jspecify.annotations.NullMarked;
