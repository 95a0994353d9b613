/**
 * Is: a printed sheet of Chinese text and tables, made as PDF on A4 across.
 *
 * <p>Is not: what stands on it, which features say; workbooks, which they write themselves.
 */
@NullMarked
package org.shuangshi.registry.sheet;

import org.jspecify.annotations.NullMarked;
