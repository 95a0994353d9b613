/**
 * New names and codes of roads and regions, with all that is named after them: addresses, codes of
 * what lies below.
 *
 * <p>Is not: how an address is worded; that is gis/address and {@code edit}.
 */
@NullMarked
package org.shuangshi.registry.naming;

import org.jspecify.annotations.NullMarked;
