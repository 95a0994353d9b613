package org.shuangshi.gis.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.geometry.FaultCode;
import tools.jackson.core.JacksonException;

/** What all writers share: the hidden file, the end of it, notices, the check of a row. */
abstract class RowWriter implements FeatureWriter {

  final FeatureSchema schema;
  final PartFile part;

  /** Steps in a unit of the system to which texts round ordinates: 1 mm, or a tenth of it. */
  final double scale;

  private final List<Notice> notices = new ArrayList<>();
  private boolean closed;

  RowWriter(Path file, FeatureSchema schema) throws FeatureFileException {
    this.schema = schema;
    this.scale = Math.pow(10, decimals(schema.crs()));
    this.part = new PartFile(file);
  }

  /** Also asks, before a file is begun, whether there is such a system at all. */
  private static int decimals(@Nullable Crs crs) throws FeatureFileException {
    try {
      return crs == null || crs.isGeographic() ? 8 : 4;
    } catch (CrsException e) {
      throw FeatureFileException.of(e);
    }
  }

  abstract void row(@Nullable Geometry geometry, List<? extends @Nullable Object> values)
      throws IOException;

  /** Completes the hidden file and lets go of it. */
  abstract void finish() throws IOException;

  /** Lets go of the hidden file without completing it. */
  abstract void release() throws IOException;

  @Override
  public final void write(@Nullable Geometry geometry, List<? extends @Nullable Object> values)
      throws FeatureFileException {
    if (values.size() != schema.fields().size()) {
      throw new IllegalArgumentException(
          values.size() + " values for " + schema.fields().size() + " fields");
    }
    try {
      requireFinite(geometry);
      row(geometry, values);
    } catch (IOException | JacksonException | UncheckedIOException e) {
      throw fail(e);
    }
  }

  /** No format has a word for a NaN coordinate of a line or polygon. */
  private static void requireFinite(@Nullable Geometry geometry) throws FeatureFileException {
    if (geometry == null || geometry.isEmpty()) {
      return;
    }
    Envelope envelope = geometry.getEnvelopeInternal();
    double sum = envelope.getMinX() + envelope.getMaxX() + envelope.getMinY() + envelope.getMaxY();
    if (!Double.isFinite(sum)) {
      throw new FeatureFileException(FaultCode.NAN.code(), FaultCode.NAN.at(null).message());
    }
  }

  final void note(String code, String message) {
    notices.add(new Notice(code, message));
  }

  /** Gives the file up; also for constructors, after which nobody calls close(). */
  final FeatureFileException fail(Exception cause) {
    part.discard();
    return cause instanceof FeatureFileException ours ? ours : part.notWritable(cause);
  }

  @Override
  public final List<Notice> notices() {
    return List.copyOf(notices);
  }

  @Override
  public final void abandon() {
    part.abandon();
  }

  @Override
  public final void close() throws FeatureFileException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (part.isWanted()) {
        finish();
      } else {
        release();
      }
    } catch (IOException | JacksonException | UncheckedIOException e) {
      if (part.isWanted()) {
        FeatureFileException failure = fail(e);
        releaseAfter(failure);
        throw failure;
      }
    }
    part.settle();
  }

  private void releaseAfter(FeatureFileException failure) {
    try {
      release();
    } catch (IOException | JacksonException | UncheckedIOException e) {
      failure.addSuppressed(e);
    }
  }
}
