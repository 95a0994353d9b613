@NullMarked
package org.shuangshi.intake.coordinate;

import org.jspecify.annotations.NullMarked;
