/** Areas in memory against a look at every area. */
@NullMarked
package org.shuangshi.intake.covering;

import org.jspecify.annotations.NullMarked;
