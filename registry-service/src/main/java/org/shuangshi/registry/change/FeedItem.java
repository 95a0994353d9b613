package org.shuangshi.registry.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change, or a piece of a large one.
 *
 * @param seq its number in the feed; a later number is never read before it. Without gaps, but for
 *     a reader limited to an area
 * @param id of its change record
 * @param day day of the feed behind it; a reader limited to an area holds rows that are not over on
 *     that day
 * @param closed rows no longer believed; for a reader limited to an area also those that are in it
 *     no more while others of the thing are
 * @param opened rows believed from now on, every kind after those it refers to; for a reader
 *     limited to an area also those of things that came into it
 * @param left things that are in the reader's area no more: all their rows go
 * @param erased things of which somebody was erased by law, told to every reader whether or not
 *     they hold them: what is personal goes from all rows of theirs, those no longer believed too.
 *     Of a {@code person} every field but documentType, registeredRegionCode and nationality, which
 *     is XXX, and the key; of a {@code residence} or {@code household} the key; of {@code evidence}
 *     the note; of a {@code change} why and source. Whoever reads from the start is told none of it
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
    LocalDate day,
    List<Closed> closed,
    List<Opened> opened,
    List<Left> left,
    List<Erased> erased,
    boolean complete) {

  int size() {
    return closed.size() + opened.size() + left.size() + erased.size();
  }

  /**
   * Something of which somebody was erased.
   *
   * @param place in the order it is told
   * @param kind of a thing, or {@code change}
   */
  record Erased(@JsonIgnore long place, String kind, long id) {}

  /** A thing that is in the area no more. */
  record Left(String kind, long id) {}

  /**
   * A row to be held no more.
   *
   * @param recordedTo since when it is not believed; null where it is, of something out of the area
   */
  record Closed(String kind, long id, long version, @Nullable OffsetDateTime recordedTo) {}

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
