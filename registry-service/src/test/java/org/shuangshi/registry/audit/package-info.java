/** Tests of the log: what was done to it shows, and who may look at it. */
@NullMarked
package org.shuangshi.registry.audit;

import org.jspecify.annotations.NullMarked;
