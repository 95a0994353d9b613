/** Printed sheets, read again. Without the font they are skipped. */
@NullMarked
package org.shuangshi.registry.sheet;

import org.jspecify.annotations.NullMarked;
