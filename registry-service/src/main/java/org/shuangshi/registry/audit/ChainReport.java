package org.shuangshi.registry.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a walk through the chain found.
 *
 * @param first number of the first entry there is; 0: there is none
 * @param last number of the last one
 * @param checked entries that are as they were logged
 * @param waiting entries not chained yet, a moment old
 * @param removed number up to which entries were removed because their time was over; 0: none
 * @param witnessed number of the last head in the file outside; null: there is none
 * @param witnessedAt when it was written
 * @param otherLogs heads of other logs in that file
 * @param fault null: nothing is wrong
 */
record ChainReport(
    long first,
    long last,
    long checked,
    long waiting,
    long removed,
    @Nullable Long witnessed,
    @Nullable Instant witnessedAt,
    long otherLogs,
    @Nullable Finding fault) {

  /**
   * The first thing that is wrong.
   *
   * @param number place in the chain; null: outside it
   * @param event id of the entry; null: not known
   */
  record Finding(ChainFault kind, @Nullable Long number, @Nullable Long event, String message) {}
}
