package org.shuangshi.registry.spot;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A version of something that covered the point.
 *
 * @param kind region, grid, estate, building, address
 * @param label what it was called; null for a building without name and address
 * @param code of a region or grid
 * @param from first day this was so
 * @param to first day it was no more; null: no end known
 * @param recordedFrom when the register began to believe it
 * @param recordedTo when it ceased to; null: believed now
 * @param version number of the row, its place in the list
 */
record SpotItem(
    String kind,
    long id,
    @Nullable String label,
    @Nullable String code,
    LocalDate from,
    @Nullable LocalDate to,
    OffsetDateTime recordedFrom,
    @Nullable OffsetDateTime recordedTo,
    @JsonIgnore long version) {}
