/** Tests of what is shown of people. */
@NullMarked
package org.shuangshi.registry.privacy;

import org.jspecify.annotations.NullMarked;
