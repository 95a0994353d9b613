package org.shuangshi.registry.cell;

import java.time.LocalDate;

/**
 * Said where not everybody of the area was counted: numbers are of whole cells.
 *
 * @param cells how many cells were counted
 * @param countedOn first day of the month asked about: who lived there then
 */
public record ByCells(long cells, LocalDate countedOn) {}
