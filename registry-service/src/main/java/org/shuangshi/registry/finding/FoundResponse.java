package org.shuangshi.registry.finding;

import java.util.List;

/**
 * Who was found.
 *
 * @param more whether there are others: say more to find them
 */
record FoundResponse(List<Found> items, boolean more) {}
