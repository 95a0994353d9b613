/**
 * Chinese standard addresses: their components, the one way each is written, the official text
 * composed from them, free text read into them, two of them compared, and one found among many. The
 * only place in the house that writes an address.
 *
 * <p>Is not: a store of names; who has them fills a {@link org.shuangshi.gis.address.Gazetteer}.
 */
@NullMarked
package org.shuangshi.gis.address;

import org.jspecify.annotations.NullMarked;
