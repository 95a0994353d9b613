package org.shuangshi.registry.intake;

import org.jspecify.annotations.Nullable;

/** That an import is to be taken back, and why. */
record UndoRequest(@Nullable String why) {}
