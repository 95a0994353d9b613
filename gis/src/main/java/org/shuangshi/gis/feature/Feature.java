package org.shuangshi.gis.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.geometry.Fault;

/**
 * One row of a feature file.
 *
 * @param row number in the file, from 1; for tables the line a person sees in a spreadsheet (the
 *     header is line 1)
 * @param geometry coordinates (x east, y north) in the schema's system, with Z where the file has
 *     one; null where the row has none or it could not be built
 * @param values one per field of the schema, in its order, of the Java type {@link FieldType} names
 * @param fault why this row is not what the file meant to say, so that it must not be taken as it
 *     stands: a geometry that cannot be built ({@code geometry.ring-not-closed}, {@code
 *     geometry.unreadable}, {@code geometry.unsupported}), a line with too many or too few cells
 *     ({@code row.ragged}), a value that is not of its column's type ({@code row.value}). The rows
 *     after it are sound
 */
public record Feature(
    long row, @Nullable Geometry geometry, List<@Nullable Object> values, @Nullable Fault fault) {

  public Feature(long row, @Nullable Geometry geometry, List<@Nullable Object> values) {
    this(row, geometry, values, null);
  }
}
