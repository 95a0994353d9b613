/**
 * Which column of a file is which field, what its words mean, and what was chosen for a source
 * before: guesses from names and contents ({@link org.shuangshi.intake.mapping.Guesser}), the
 * choice of a person ({@link org.shuangshi.intake.mapping.Choice}).
 *
 * <p>Is not: reading of rows, nor what kinds of file and fields there are (load tells it in {@link
 * org.shuangshi.intake.mapping.Target}s).
 */
@NullMarked
package org.shuangshi.intake.mapping;

import org.jspecify.annotations.NullMarked;
