package org.shuangshi.registry.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is shown.
 *
 * @param state {@link ImportState}
 * @param mine whether who asks ordered it
 * @param kept whether the file is still there
 * @param profile version of its source's profile that its columns are read by; null: none
 * @param since when it came to its state
 * @param resumed how often the service ended while at work on it, and took it up again
 * @param progress while at work
 * @param outcome what it came to, or would; null before it was checked
 * @param problem why it was refused or failed
 * @param change number of the change record it was written under
 * @param undone what taking it back did; null before
 * @param undo number of the change record it was taken back under
 * @param may what who asks may do with it now
 */
record ImportResponse(
    long id,
    ImportState state,
    String who,
    boolean mine,
    OffsetDateTime made,
    String file,
    @Nullable Long bytes,
    boolean kept,
    String kind,
    String kindLabel,
    String source,
    @Nullable String key,
    @Nullable String crs,
    @Nullable String layer,
    LocalDate from,
    String why,
    @Nullable Integer profile,
    OffsetDateTime since,
    int resumed,
    Progress.@Nullable Pace progress,
    @Nullable Outcome outcome,
    ImportJob.@Nullable Fault problem,
    @Nullable Long change,
    @Nullable Undone undone,
    @Nullable Long undo,
    Set<Act> may) {

  /** What can be done with an import. */
  enum Act {
    SEND,
    APPLY,
    CANCEL,
    UNDO,
    /** Look at its columns, and choose what they are. */
    COLUMNS,
    /** Have it checked again, with its coordinates read another way. */
    COORDINATES,
    /** Fetch the rows that were rejected, as the file they came in. */
    REJECTED
  }
}
