package org.shuangshi.registry.duplicate;

import java.util.List;

/** Somebody of the register who may be the one described. */
record Lookalike(PersonBrief person, List<Reason> reasons) {}
