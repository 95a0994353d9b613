package org.shuangshi.registry.registration;

/**
 * How many of an area.
 *
 * @param away 户在人不在, persons
 * @param emptyBooks 空挂户, registration books
 */
record RegistrationCounts(long away, long emptyBooks) {}
