/** Tests of signing in, and the accounts and browsers other tests sign in with. */
@NullMarked
package org.shuangshi.registry.account;

import org.jspecify.annotations.NullMarked;
