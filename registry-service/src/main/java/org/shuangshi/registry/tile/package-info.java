/**
 * Vector tiles, each layer made by one statement in the database.
 *
 * <p>Is not: styling, nor anything personal: tiles hold places and counts alone.
 */
@NullMarked
package org.shuangshi.registry.tile;

import org.jspecify.annotations.NullMarked;
