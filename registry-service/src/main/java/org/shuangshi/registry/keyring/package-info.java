/**
 * The ring of keys of the running service.
 *
 * <p>Is not: what sealing is, which is {@code org.shuangshi.intake.keyring}.
 */
@NullMarked
package org.shuangshi.registry.keyring;

import org.jspecify.annotations.NullMarked;
