/**
 * Bringing in: a file sent, checked, looked at and written, as a job that outlives the service.
 *
 * <p>Is not: reading files, judging rows and writing versions, which are {@code data-import}'s.
 */
@NullMarked
package org.shuangshi.registry.intake;

import org.jspecify.annotations.NullMarked;
