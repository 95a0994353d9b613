package org.shuangshi.registry.grid;

import org.jspecify.annotations.Nullable;

/** The unit a household lives in or an organisation works in. */
record UnitPlace(long id, @Nullable String address, int floor, String room) {}
