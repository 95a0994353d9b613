/**
 * The command line: words in, exit code and Chinese text out. 0 done, 1 refused or failed with
 * nothing changed, 2 wrong usage.
 *
 * <p>Is not: where anything is loaded or generated.
 */
@NullMarked
package org.shuangshi.intake.cli;

import org.jspecify.annotations.NullMarked;
