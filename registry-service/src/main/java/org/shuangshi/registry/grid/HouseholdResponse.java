package org.shuangshi.registry.grid;

/**
 * A household that lives in the grid.
 *
 * @param members persons with a residence in it that day
 */
record HouseholdResponse(long id, UnitPlace unit, int members) {}
