/** Tests of rights: what holds, where, and from when on. */
@NullMarked
package org.shuangshi.registry.permission;

import org.jspecify.annotations.NullMarked;
