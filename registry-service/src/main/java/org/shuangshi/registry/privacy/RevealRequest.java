package org.shuangshi.registry.privacy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look at a person's fields in full.
 *
 * @param fields names of the fields, as the card has them
 * @param why what for, in the words of who looks; kept in the log
 * @param asOf day; without it today
 */
record RevealRequest(
    @Nullable List<String> fields, @Nullable String why, @Nullable LocalDate asOf) {}
