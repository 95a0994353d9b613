package org.shuangshi.intake.city.dirt;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something no writer of features writes, put into the finished file in place of what it wrote.
 *
 * @param shape the blob of a GeoPackage's row
 * @param line of a CSV, made of the line it was
 */
record RawEdit(@Nullable Supplier<byte[]> shape, @Nullable UnaryOperator<String> line) {

  static RawEdit ofShape(byte[] blob) {
    return new RawEdit(() -> blob, null);
  }

  static RawEdit ofLine(UnaryOperator<String> change) {
    return new RawEdit(null, change);
  }
}
