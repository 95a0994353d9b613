package org.shuangshi.registry.grid;

import org.jspecify.annotations.Nullable;

/**
 * An organisation that works in the grid.
 *
 * @param industry what it does, as written
 */
record OrganisationResponse(
    long id, String name, OrganisationKind kind, @Nullable String industry, UnitPlace unit) {}
