/**
 * Photos of visits: small, without metadata, sealed in the database, and given one by one with an
 * entry of the log before each.
 *
 * <p>Is not: the visit itself, which is evidence and written as any thing.
 */
@NullMarked
package org.shuangshi.registry.photo;

import org.jspecify.annotations.NullMarked;
