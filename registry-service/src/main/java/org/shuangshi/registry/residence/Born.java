package org.shuangshi.registry.residence;

/**
 * What a verb made.
 *
 * @param id of the new thing
 */
record Born(long id) {}
