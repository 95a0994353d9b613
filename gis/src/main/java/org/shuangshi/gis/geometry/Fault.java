package org.shuangshi.gis.geometry;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * What is wrong with a geometry or a row.
 *
 * @param code stable, for programs: {@code geometry.self-intersection}
 * @param message for people, in Chinese
 * @param at where, in the geometry's own system (x east, y north); null where no place can be named
 */
public record Fault(String code, String message, @Nullable Coordinate at) {}
