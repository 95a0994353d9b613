package org.shuangshi.registry.erasure;

import org.jspecify.annotations.Nullable;

/** Why a request is refused, or taken back. */
record RefuseRequest(@Nullable String why) {}
