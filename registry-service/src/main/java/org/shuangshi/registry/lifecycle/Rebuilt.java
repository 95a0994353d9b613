package org.shuangshi.registry.lifecycle;

import java.util.List;

/**
 * New buildings made of old ones.
 *
 * @param ids of the new ones, in the order asked for
 * @param entrances entrances that are theirs now
 * @param units units that are in them now
 */
record Rebuilt(List<Long> ids, int entrances, int units) {}
