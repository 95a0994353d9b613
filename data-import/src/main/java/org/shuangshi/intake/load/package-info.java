/**
 * Brings files in: open, map columns, check, stage by COPY, resolve references, compare with
 * belief, apply, derive, commit; one transaction per invocation. Bad rows are values with a code, a
 * place and a count ({@link org.shuangshi.intake.load.Issue}); {@link
 * org.shuangshi.intake.load.Importer} is the door.
 *
 * <p>Is not: a reader of file formats (gis), nor what decides how versions are kept (fact).
 */
@NullMarked
package org.shuangshi.intake.load;

import org.jspecify.annotations.NullMarked;
