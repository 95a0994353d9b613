package org.shuangshi.registry.unit;

import org.shuangshi.registry.occupancy.OccupancyCounts;

/** How many units an area has; {@code units} is the sum of the four. */
record UnitCountResponse(long units, OccupancyCounts unitsByOccupancy) {}
