/**
 * Writing facts by hand: the kinds of things and their fields, one {@link
 * org.shuangshi.registry.edit.Edit} per transaction, and what must hold at its end.
 *
 * <p>Is not: the calls. Each feature says in its own package what its verbs mean and does them with
 * an Edit.
 */
@NullMarked
package org.shuangshi.registry.edit;

import org.jspecify.annotations.NullMarked;
