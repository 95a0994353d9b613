package org.shuangshi.registry.naming;

/**
 * How much bears the new name or code.
 *
 * @param addresses addresses that were worded anew
 * @param regions regions below it with a new code
 * @param grids grids below it with a new code
 */
record Renamed(int addresses, int regions, int grids) {}
