package org.shuangshi.registry.duplicate;

import java.util.List;

/**
 * Two who may be one.
 *
 * @param reasons at least one
 */
record DuplicatePair(PersonBrief one, PersonBrief other, List<Reason> reasons) {}
