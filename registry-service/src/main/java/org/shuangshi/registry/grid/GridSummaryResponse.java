package org.shuangshi.registry.grid;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.CodeName;
import org.shuangshi.registry.occupancy.OccupancyCounts;

/**
 * What a grid holds on a day.
 *
 * @param units units that have an occupancy: the sum of {@code unitsByOccupancy}
 * @param contradictions 有登记无人住: occupied on paper, found empty by a later visit
 * @param households those with a residence running that day (常住户)
 * @param people persons whose main residence is here
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
    Registered registered) {

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

  /** Persons, and by kind. */
  public record People(long total, PeopleByKind byKind) {}

  /** 户籍, 人户分离, 流动, 境外, and such whose kind cannot be told. */
  public record PeopleByKind(
      @JsonProperty("REGISTERED") long registered,
      @JsonProperty("SEPARATED") long separated,
      @JsonProperty("FLOATING") long floating,
      @JsonProperty("OVERSEAS") long overseas,
      @JsonProperty("UNKNOWN") long unknown) {

    long total() {
      return registered + separated + floating + overseas + unknown;
    }
  }

  /** 四不漏: what is missing. Each figure has its list. */
  public record Completeness(
      long buildingsWithoutUnits, long unitsUnvisited, long unitsUnlinked, long peopleIncomplete) {}
}
