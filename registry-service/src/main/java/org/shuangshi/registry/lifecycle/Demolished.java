package org.shuangshi.registry.lifecycle;

/** How much ended with a building. */
record Demolished(
    int entrances,
    int units,
    int households,
    int residences,
    int tenancies,
    int organisations,
    int evidence) {}
