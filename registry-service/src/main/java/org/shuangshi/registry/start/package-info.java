/**
 * What must hold before the service may run, and how it says so when it does not: one line, in
 * Chinese, and exit code 1.
 *
 * <p>Is not: the start itself, which is {@code RegistryApplication}.
 */
@NullMarked
package org.shuangshi.registry.start;

import org.jspecify.annotations.NullMarked;
