package org.shuangshi.registry.thing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A verb on a thing.
 *
 * @param from first day; without it today
 * @param to first day on which it is no more so; without it no end
 * @param why reason, in the words of who writes; must be given
 * @param source what it rests on: a form, a call, a document
 * @param values fields and what they hold
 */
record EditRequest(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String why,
    @Nullable String source,
    @Nullable @Schema(type = "object") JsonNode values) {}
