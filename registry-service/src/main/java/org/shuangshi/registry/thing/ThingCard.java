package org.shuangshi.registry.thing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a thing on a day.
 *
 * @param etag to be sent as If-Match by who changes it; also the header ETag
 * @param label what it is called
 * @param from first day this is so
 * @param to first day it is no more; null: no end known
 * @param values by field, as {@code POST} takes them; personal fields are masked, and null where
 *     the reader may not see them at all
 * @param labels what the things are called that fields point at, by field
 * @param supersededBy the thing this one turned out to be and was merged into; what is said then is
 *     what was last believed of it
 * @param erasedAt since when nothing personal is known of a person any more: erased by law
 */
record ThingCard(
    String kind,
    long id,
    String etag,
    String label,
    LocalDate from,
    @Nullable LocalDate to,
    @JsonRawValue @Schema(types = "object") String values,
    Map<String, String> labels,
    @Nullable SupersededBy supersededBy,
    @Nullable OffsetDateTime erasedAt) {

  /** The thing it turned out to be. */
  public record SupersededBy(long id, String label) {}

  ThingCard withValues(String others) {
    return new ThingCard(kind, id, etag, label, from, to, others, labels, supersededBy, erasedAt);
  }
}
