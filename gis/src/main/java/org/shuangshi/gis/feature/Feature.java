package org.shuangshi.gis.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a feature file.
 *
 * @param row number in the file, from 1; for tables the line a person sees in a spreadsheet (the
 *     header is line 1)
 * @param geometry coordinates (x east, y north) in the schema's system; null where the row has none
 * @param values one per field of the schema, in its order, of the Java type {@link FieldType} names
 */
public record Feature(long row, @Nullable Geometry geometry, List<@Nullable Object> values) {}
