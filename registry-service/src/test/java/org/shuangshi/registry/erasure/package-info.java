/** Tests of erasing people. */
@NullMarked
package org.shuangshi.registry.erasure;

import org.jspecify.annotations.NullMarked;
