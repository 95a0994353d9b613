package org.shuangshi.registry.registration;

/**
 * A registration book of whose people nobody lives in the unit: nothing personal, its number is.
 *
 * @param id of the first of its people
 * @param people how many are registered in it
 * @param numbered whether it has a number; all at a unit who have none are one
 */
record EmptyBookResponse(long id, Place unit, int people, boolean numbered) {}
