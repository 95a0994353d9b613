package org.shuangshi.gis.feature;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.geometry.Fault;

/**
 * FlatGeobuf, feature by feature; the index is passed over. Columns of bytes are left out. M and
 * times of vertices are not kept.
 */
final class FlatGeobufFeatureReader implements FeatureReader {

  private static final int MAGIC_BYTES = 8;

  /** Of a header or of one feature. */
  private static final long MOST_BYTES = 256 << 20;

  private final InputFile file;
  private final ByteFeed feed;
  private final FlatGeobufHeader header;
  private final FeatureSchema schema;

  /** For each column of the file its place among the values, or -1. */
  private final int[] places;

  private final FlatGeobufGeometry geometry = new FlatGeobufGeometry();
  private long row;

  private FlatGeobufFeatureReader(InputFile file, ByteFeed feed) throws IOException {
    this.file = file;
    this.feed = feed;
    feed.skip(MAGIC_BYTES);
    int length = length();
    this.header =
        FlatGeobufHeader.read(FlatTable.root(feed.bytes(), feed.at() + 4, length), file.layer());
    feed.skip(4L + length);
    if (!feed.skip(header.indexBytes())) {
      throw truncated(file);
    }
    List<Field> fields = new ArrayList<>();
    places = new int[header.columns().size()];
    Arrays.fill(places, -1);
    for (int i = 0; i < places.length; i++) {
      FlatGeobufHeader.Column column = header.columns().get(i);
      FieldType type = column.fieldType();
      if (type != null) {
        places[i] = fields.size();
        fields.add(new Field(column.name(), type));
      }
    }
    this.schema =
        new FeatureSchema(
            header.name(), fields, header.layerType(), header.crs(), null, header.notices());
  }

  static FeatureReader open(Path path, @Nullable String layer) throws FeatureFileException {
    InputFile file = new InputFile(path);
    try {
      ByteFeed feed = new ByteFeed(file.open());
      try {
        FlatGeobufFeatureReader reader = new FlatGeobufFeatureReader(file, feed);
        return Layers.choose(path, "图层", List.of(reader), r -> r.schema.layer(), layer);
      } catch (IOException | IndexOutOfBoundsException e) {
        feed.close();
        throw e;
      }
    } catch (IOException | IndexOutOfBoundsException e) {
      throw failure(file, e);
    }
  }

  /** Of what comes next, which then stands in the feed behind its length. */
  private int length() throws IOException {
    if (!feed.has(4)) {
      throw truncated(file);
    }
    long length = feed.bytes().getInt(feed.at()) & 0xFFFFFFFFL;
    if (length > MOST_BYTES) {
      throw broken(file, null);
    }
    if (!feed.has(4 + (int) length)) {
      throw truncated(file);
    }
    return (int) length;
  }

  @Override
  public FeatureSchema schema() {
    return schema;
  }

  @Override
  public @Nullable Feature next() throws FeatureFileException {
    try {
      boolean ended = header.count() > 0 ? row == header.count() : !feed.has(1);
      if (ended) {
        return null;
      }
      int length = length();
      Feature feature = feature(FlatTable.root(feed.bytes(), feed.at() + 4, length));
      feed.skip(4L + length);
      return feature;
    } catch (IOException | IndexOutOfBoundsException | BufferUnderflowException e) {
      throw failure(file, e);
    }
  }

  private Feature feature(FlatTable feature) {
    row++;
    @Nullable Object[] values = new Object[schema.fields().size()];
    List<FlatGeobufHeader.Column> columns = header.columns();
    if (feature.length(2, 4) > 0) {
      columns = new ArrayList<>();
      for (int i = 0; i < feature.length(2, 4); i++) {
        columns.add(FlatGeobufHeader.column(feature.element(2, i)));
      }
    }
    Fault fault = null;
    int length = feature.length(1, 1);
    if (length > 0) {
      ByteBuffer in =
          feature.buffer().slice(feature.start(1), length).order(ByteOrder.LITTLE_ENDIAN);
      while (in.hasRemaining()) {
        int number = in.getShort() & 0xFFFF;
        FlatGeobufHeader.Column column = columns.get(number);
        Object value = column.read(in);
        int place = columns == header.columns() ? places[number] : schema.indexOf(column.name());
        if (place >= 0) {
          values[place] = value;
          if (value == null) {
            fault = new Fault("row.value", "字段“" + column.name() + "”的值与字段类型不符", null);
          }
        }
      }
    }
    Geometry shape = null;
    FlatTable built = feature.table(0);
    if (built != null) {
      try {
        shape = geometry.read(built, header.geometryType());
      } catch (Unbuildable e) {
        fault = e.fault();
      }
    }
    return new Feature(row, shape, Arrays.asList(values), fault);
  }

  private static FeatureFileException failure(InputFile file, Exception e) {
    if (e instanceof FeatureFileException ours) {
      return ours;
    }
    return e instanceof EOFException ? truncated(file) : broken(file, e);
  }

  private static FeatureFileException truncated(InputFile file) {
    return new FeatureFileException(
        "file.truncated", "文件 " + file.path().getFileName() + " 不完整，请重新获取后再试");
  }

  private static FeatureFileException broken(InputFile file, @Nullable Exception cause) {
    return new FeatureFileException(
        "file.broken", "文件 " + file.path().getFileName() + " 已损坏，不是合规的 FlatGeobuf", cause);
  }

  @Override
  public double progress() {
    return header.count() > 0 ? (double) row / header.count() : file.progress();
  }

  @Override
  public void close() throws FeatureFileException {
    try {
      feed.close();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }
}
