package org.shuangshi.registry.account;

import org.jspecify.annotations.Nullable;

/**
 * A passing password to be set.
 *
 * @param authenticator unbind the authenticator as well: it was lost; null: no
 */
record ResetRequest(@Nullable Boolean authenticator) {}
