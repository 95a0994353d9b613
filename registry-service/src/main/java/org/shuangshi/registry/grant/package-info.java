/**
 * Roles, and who has them where and when; screens and calls of who administers.
 *
 * <p>Is not: what grants come to for a request, which is {@code permission}; nor accounts
 * themselves, which are {@code account}.
 */
@NullMarked
package org.shuangshi.registry.grant;

import org.jspecify.annotations.NullMarked;
