/**
 * Finds people by what somebody says of themselves: a document, the end of its number, a name and a
 * birth date. What is asked is in no address; whom it found is in the log.
 *
 * <p>Is not: the search for places, which is {@code search}, nor for who was entered twice.
 */
@NullMarked
package org.shuangshi.registry.finding;

import org.jspecify.annotations.NullMarked;
