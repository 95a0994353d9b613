package org.shuangshi.registry.grid;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.CodeName;
import org.shuangshi.registry.cell.ByCells;
import org.shuangshi.registry.cell.People;
import org.shuangshi.registry.occupancy.OccupancyCounts;

/**
 * What a grid holds on a day.
 *
 * @param units units that have an occupancy: the sum of {@code unitsByOccupancy}
 * @param contradictions 有登记无人住: occupied on paper, found empty by a later visit
 * @param households those with a residence running that day (常住户)
 * @param people persons whose main residence is here
 * @param byCells null where names are seen; else who is counted is so on the first of the month
 */
record GridSummaryResponse(
    CodeName grid,
    LocalDate asOf,
    long buildings,
    long units,
    OccupancyCounts unitsByOccupancy,
    OccupiedBy occupiedBy,
    long contradictions,
    long households,
    GridCardResponse.@Nullable Band band,
    People people,
    long organisations,
    Completeness completeness,
    Registered registered,
    @Nullable ByCells byCells) {

  /**
   * Who is registered at a unit here and does not live in it: not counted among {@code people}.
   *
   * @param away 户在人不在: persons
   * @param emptyBooks 空挂户: registration books of whose people nobody lives in the unit
   */
  public record Registered(long away, long emptyBooks) {}

  /** Occupied units by why they are. */
  public record OccupiedBy(
      @JsonProperty("OWN") long own,
      @JsonProperty("RENTED") long rented,
      @JsonProperty("BUSINESS") long business,
      @JsonProperty("DORMITORY") long dormitory) {}

  /** 四不漏: what is missing. Each figure has its list. */
  public record Completeness(
      long buildingsWithoutUnits, long unitsUnvisited, long unitsUnlinked, long peopleIncomplete) {}
}
