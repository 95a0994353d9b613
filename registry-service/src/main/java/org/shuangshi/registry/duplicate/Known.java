package org.shuangshi.registry.duplicate;

/** A person of the register. */
record Known(PersonBrief brief, Whereabouts whereabouts) {}
