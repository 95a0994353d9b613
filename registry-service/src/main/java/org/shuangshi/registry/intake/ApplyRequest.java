package org.shuangshi.registry.intake;

/**
 * A yes to what was checked.
 *
 * @param acceptAnomalies also to what batches seldom do
 */
record ApplyRequest(boolean acceptAnomalies) {}
