package org.shuangshi.registry.change;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change, or a piece of a large one.
 *
 * @param seq its number in the feed, without gaps; a later number is never read before it
 * @param id of its change record
 * @param closed rows no longer believed
 * @param opened rows believed from now on, every kind after those it refers to
 * @param complete whether this piece is the change's last: apply a change whole or not at all
 */
record FeedItem(
    long seq,
    long id,
    String who,
    OffsetDateTime when,
    String why,
    String source,
    String kind,
    List<Closed> closed,
    List<Opened> opened,
    boolean complete) {

  /** A row that is not believed any more from an instant on. */
  record Closed(String kind, long id, long version, OffsetDateTime recordedTo) {}

  /**
   * A row.
   *
   * @param from first day it speaks of
   * @param to first day it does not; null: no end known
   * @param source who first named the thing
   * @param key its key there
   * @param values by field; geometry as GeoJSON, lon lat, EPSG:4490
   */
  record Opened(
      String kind,
      long id,
      long version,
      LocalDate from,
      @Nullable LocalDate to,
      OffsetDateTime recordedFrom,
      String source,
      String key,
      @JsonRawValue @Schema(type = "object") String values) {}
}
