package org.shuangshi.registry.grant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A grant to be made.
 *
 * @param role stable name
 * @param region code of the region it is for; neither region nor grid: the whole city
 * @param grid code of the grid it is for
 * @param from first day; null: today
 * @param to first day it no longer holds; null: no end
 * @param standInFor name of the account stood in for
 */
record GrantRequest(
    @Nullable String role,
    @Nullable String region,
    @Nullable String grid,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String standInFor) {}
