/** Tests of the keys outside the database. */
@NullMarked
package org.shuangshi.registry.keyring;

import org.jspecify.annotations.NullMarked;
