/**
 * Checks of docker/: GeoServer's tracked data directory against the migrated database, and the
 * compose file against the tree.
 *
 * <p>Is not: a running GeoServer. What one does with the directory is its health check's business
 * (docker/geoserver/healthy.sh).
 */
@NullMarked
package org.shuangshi.registry.geoserver;

import org.jspecify.annotations.NullMarked;
