/**
 * The one piece of code that writes versioned facts, whatever they are about: a transaction with
 * its one change record, and the closing and opening of version rows with two times.
 *
 * <p>Is not: a reader of facts, nor a judge of what they say.
 */
@NullMarked
package org.shuangshi.intake.fact;

import org.jspecify.annotations.NullMarked;
