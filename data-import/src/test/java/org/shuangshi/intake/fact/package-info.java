/** The fact writer against a model of two times in memory. */
@NullMarked
package org.shuangshi.intake.fact;

import org.jspecify.annotations.NullMarked;
