@NullMarked
package org.shuangshi.intake.mapping;

import org.jspecify.annotations.NullMarked;
