package org.shuangshi.registry.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.mapping.Choice;

/**
 * How a file is to be read.
 *
 * @param columns field by header; an empty field: nothing is made of the column
 * @param values code by word, by field; an empty code: the word says nothing
 * @param encoding absent: found
 * @param layer absent: the only one
 * @param key header of the key; absent: found by name
 */
record ColumnsRequest(
    @Nullable Map<String, String> columns,
    @Nullable Map<String, Map<String, String>> values,
    @Nullable String encoding,
    @Nullable String layer,
    @Nullable String key) {

  Choice choice() {
    return new Choice(
        columns == null ? Map.of() : columns,
        values == null ? Map.of() : values,
        encoding,
        layer,
        key);
  }
}
