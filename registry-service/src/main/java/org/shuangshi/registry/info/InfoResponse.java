package org.shuangshi.registry.info;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What register this is.
 *
 * @param demo whether it holds the demo district
 * @param name of the city or the one district it holds; empty before regions were imported
 * @param today the day meant where no {@code asOf} is given
 * @param extent west, south, east, north, EPSG:4490; null while nothing is in it
 */
record InfoResponse(
    boolean demo,
    String name,
    LocalDate today,
    @Nullable LastChange lastChange,
    @Nullable List<Double> extent,
    Counts counts,
    Settings settings) {

  /** The newest change of the register. */
  public record LastChange(long id, Instant at) {}

  /** Standing buildings, grids, and units that have an occupancy. */
  public record Counts(long buildings, long grids, long units) {}

  /** From how many months on evidence is ageing, and stale. */
  public record Settings(int ageingMonths, int staleMonths) {}
}
