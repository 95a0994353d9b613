/**
 * What may be done, and who asks: permissions, personal fields, the areas they hold in, and the
 * guard that holds every call to what it declares.
 *
 * <p>Is not: how somebody proves who they are, which is {@code account}.
 */
@NullMarked
package org.shuangshi.registry.permission;

import org.jspecify.annotations.NullMarked;
