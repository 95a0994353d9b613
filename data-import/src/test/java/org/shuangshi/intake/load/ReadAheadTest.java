package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.feature.FeatureSchema;

class ReadAheadTest {

  /** Rows 1 to so many, then the end or a fault; says where it is read from. */
  private static final class Counting implements FeatureReader {
    private final long rows;
    private final @Nullable RuntimeException fault;
    private final AtomicLong read = new AtomicLong();
    private boolean closed;

    Counting(long rows, @Nullable RuntimeException fault) {
      this.rows = rows;
      this.fault = fault;
    }

    @Override
    public FeatureSchema schema() {
      throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Feature next() {
      assertThat(closed).isFalse();
      long row = read.incrementAndGet();
      if (row <= rows) {
        return new Feature(row, null, List.of());
      }
      if (fault != null) {
        throw fault;
      }
      return null;
    }

    @Override
    public double progress() {
      return Math.min(1, read.get() / (double) rows);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 63, 64, 65, 5000})
  void rowsComeInOrderAndThenNothing(long rows) throws FeatureFileException {
    Counting reader = new Counting(rows, null);
    try (ReadAhead ahead = ReadAhead.of(reader)) {
      for (long row = 1; row <= rows; row++) {
        Feature feature = ahead.next();
        assertThat(feature).isNotNull();
        assertThat(feature.row()).isEqualTo(row);
      }
      assertThat(ahead.next()).isNull();
      assertThat(ahead.next()).isNull();
    }
  }

  @Test
  void whatWasReadBeforeTheFileBrokeComesFirst() throws FeatureFileException {
    IllegalStateException broken = new IllegalStateException("broken");
    try (ReadAhead ahead = ReadAhead.of(new Counting(100, broken))) {
      for (int row = 1; row <= 100; row++) {
        assertThat(ahead.next()).isNotNull();
      }
      assertThatThrownBy(ahead::next).isSameAs(broken);
    }
  }

  @Test
  void nothingIsReadAfterItIsClosedAndNeverFarAhead() throws FeatureFileException {
    Counting reader = new Counting(1_000_000, null);
    try (ReadAhead ahead = ReadAhead.of(reader)) {
      ahead.next();
    }
    reader.close(); // the next read would fail
    long read = reader.read.get();
    assertThat(read).isLessThanOrEqualTo(64 * 11);
    assertThat(reader.read.get()).isEqualTo(read);
  }
}
