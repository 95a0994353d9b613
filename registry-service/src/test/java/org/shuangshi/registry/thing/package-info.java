@NullMarked
package org.shuangshi.registry.thing;

import org.jspecify.annotations.NullMarked;
