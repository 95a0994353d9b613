package org.shuangshi.registry.search;

import java.util.List;

/** Hits, the likeliest first. */
record SearchResponse(List<Hit> items) {}
