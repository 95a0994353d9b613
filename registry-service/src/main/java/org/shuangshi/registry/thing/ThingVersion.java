package org.shuangshi.registry.thing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a thing's history.
 *
 * @param from first day it speaks of
 * @param to first day it does not; null: no end known
 * @param label what it was called
 * @param recordedFrom when the register began to believe it
 * @param recordedTo when it ceased to; null: believed now
 * @param opened the change that wrote it
 * @param closed the change that ended the belief; null while believed
 * @param values by field, as on the card
 * @param marks of masked fields that hold something: a number that two versions of this list share
 *     where they hold the same
 */
record ThingVersion(
    long version,
    LocalDate from,
    @Nullable LocalDate to,
    String label,
    OffsetDateTime recordedFrom,
    @Nullable OffsetDateTime recordedTo,
    Change opened,
    @Nullable Change closed,
    @JsonRawValue @Schema(types = "object") String values,
    Map<String, Integer> marks) {

  /**
   * A change record.
   *
   * @param kind IMPORT, CHANGE (the world changed), CORRECTION (we were wrong), PLAN, UNDO
   */
  record Change(long id, String who, OffsetDateTime when, String why, String source, String kind) {}

  ThingVersion with(String others, Map<String, Integer> itsMarks) {
    return new ThingVersion(
        version, from, to, label, recordedFrom, recordedTo, opened, closed, others, itsMarks);
  }
}
