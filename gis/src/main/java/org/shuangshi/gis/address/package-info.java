/**
 * Chinese standard addresses: their components, the one way each is written, and the official text
 * composed from them. The only place in the house that writes an address.
 *
 * <p>Is not: a parser of free text or a matcher of two addresses.
 */
@NullMarked
package org.shuangshi.gis.address;

import org.jspecify.annotations.NullMarked;
