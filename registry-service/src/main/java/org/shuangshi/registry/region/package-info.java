/**
 * Regions: city, district, street, community, with their codes and areas.
 *
 * <p>Is not: figures about them.
 */
@NullMarked
package org.shuangshi.registry.region;

import org.jspecify.annotations.NullMarked;
