package org.shuangshi.registry.grant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A role in an area on some days.
 *
 * @param role its name on screens
 * @param area what the area is called; null: the whole city
 * @param to first day it no longer holds; null: no end
 * @param standInFor whom the account stands in for
 * @param today whether it holds today
 */
public record Grant(
    long id,
    String role,
    @Nullable String area,
    LocalDate from,
    @Nullable LocalDate to,
    @Nullable String standInFor,
    String by,
    boolean today) {}
