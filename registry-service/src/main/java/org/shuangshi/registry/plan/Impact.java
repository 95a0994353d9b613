package org.shuangshi.registry.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan changes, against another state of the same grids.
 *
 * @param plan number of the plan
 * @param with number of the plan it is compared with; null: the grids that stand
 * @param byCells whether households and people are, in part, those of whole cells alone
 *     (decisions/13)
 * @param cards service cards to print anew: buildings that get another grid, code or leader
 */
record Impact(
    long plan,
    String name,
    @Nullable Long with,
    LocalDate asOf,
    boolean byCells,
    List<ImpactGrid> grids,
    List<ImpactMove> moves,
    ImpactTotals leaders,
    List<ImpactCode> codes,
    List<ImpactCard> cards) {

  /**
   * A grid before and after.
   *
   * @param id in the document, or of a grid that is no more; of a new one of the other plan alone
   *     the negative of its id there
   * @param code it has after; null: it is no more
   * @param was code it had before; null: it is new
   */
  record ImpactGrid(
      long id,
      @Nullable String code,
      @Nullable String was,
      String name,
      int low,
      int high,
      @Nullable ImpactCounts before,
      @Nullable ImpactCounts after) {}

  /**
   * What a grid holds.
   *
   * @param load households, and what is counted for dwellings nobody knows of
   * @param staff how many answer for it
   * @param loadOfEach load by member of the team; null: there is none
   */
  record ImpactCounts(
      @Nullable String leader,
      int households,
      int people,
      int buildings,
      int vacant,
      int load,
      int staff,
      @Nullable Double loadOfEach) {}

  /** So much goes from a grid to another; null: from none, to none. */
  record ImpactMove(
      @Nullable String from,
      @Nullable String to,
      @Nullable String leaderFrom,
      @Nullable String leaderTo,
      int households,
      int people,
      int buildings) {}

  /** What gets another grid leader in all. */
  record ImpactTotals(int households, int people, int buildings) {}

  /** A code that was, and what its ground has now: several where it was split. */
  record ImpactCode(String was, List<String> is) {}

  /** A service card. */
  record ImpactCard(
      long building, @Nullable String address, @Nullable String was, @Nullable String is) {}
}
