package org.shuangshi.gis.feature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Shapefiles byte by byte, right or wrong as a test wants them. */
final class RawShapefile {

  /** A column of a table: C, N, D, L. */
  record Column(String name, char letter, int width, int decimals) {}

  private RawShapefile() {}

  /** Records in order behind a header that tells their length. */
  static byte[] shp(int type, List<byte[]> contents) {
    int length = 100 + contents.stream().mapToInt(c -> 8 + c.length).sum();
    ByteBuffer shp = ByteBuffer.allocate(length);
    header(shp, length, type);
    for (int i = 0; i < contents.size(); i++) {
      shp.putInt(i + 1).putInt(contents.get(i).length / 2).put(contents.get(i));
    }
    return shp.array();
  }

  /** An index that names the records in this order. */
  static byte[] shx(int type, List<byte[]> contents, int... order) {
    List<Integer> offsets = new ArrayList<>();
    int at = 100;
    for (byte[] content : contents) {
      offsets.add(at);
      at += 8 + content.length;
    }
    ByteBuffer shx = ByteBuffer.allocate(100 + 8 * order.length);
    header(shx, shx.capacity(), type);
    for (int record : order) {
      shx.putInt(offsets.get(record) / 2).putInt(contents.get(record).length / 2);
    }
    return shx.array();
  }

  private static void header(ByteBuffer file, int length, int type) {
    file.putInt(0, 9994).putInt(24, length / 2);
    file.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
    file.order(ByteOrder.BIG_ENDIAN).position(100);
  }

  static byte[] nothing() {
    return new byte[4];
  }

  /** Ordinates one after the other: x y, with Z x y z, with M x y m. */
  static byte[] point(int type, double... ordinates) {
    ByteBuffer point = little(4 + 8 * ordinates.length).putInt(type);
    Arrays.stream(ordinates).forEach(point::putDouble);
    return bytes(point);
  }

  /** Lines and polygons; of Z types each place has z and m 0 behind. */
  static byte[] parts(int type, double[]... parts) {
    int points = Arrays.stream(parts).mapToInt(p -> p.length / 2).sum();
    boolean z = type > 10 && type < 20;
    int extra = z ? 2 * (16 + 8 * points) : type > 20 ? 16 + 8 * points : 0;
    ByteBuffer record = little(44 + 4 * parts.length + 16 * points + extra);
    record.putInt(type).position(36);
    record.putInt(parts.length).putInt(points);
    int start = 0;
    for (double[] part : parts) {
      record.putInt(start);
      start += part.length / 2;
    }
    for (double[] part : parts) {
      Arrays.stream(part).forEach(record::putDouble);
    }
    if (z) {
      record.putDouble(0).putDouble(points);
      for (int i = 0; i < points; i++) {
        record.putDouble(i);
      }
    }
    return bytes(record);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.get(0, bytes);
    return bytes;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A row begins with the mark of deletion: a blank, or an asterisk. */
  static byte[] dbf(int driver, Charset charset, List<Column> columns, List<List<String>> rows) {
    int head = 32 + 32 * columns.size() + 1;
    int width = 1 + columns.stream().mapToInt(Column::width).sum();
    ByteBuffer dbf = little(head + width * rows.size() + 1);
    dbf.put((byte) 3).put(new byte[] {126, 11, 26}).putInt(rows.size());
    dbf.putShort((short) head).putShort((short) width).put(29, (byte) driver);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      dbf.position(32 + 32 * i).put(Arrays.copyOf(column.name.getBytes(charset), 10));
      dbf.put(32 + 32 * i + 11, (byte) column.letter);
      dbf.put(32 + 32 * i + 16, (byte) column.width).put(32 + 32 * i + 17, (byte) column.decimals);
    }
    dbf.position(head - 1).put((byte) 0x0D);
    for (List<String> row : rows) {
      dbf.put(row.get(0).getBytes(charset));
      for (int i = 0; i < columns.size(); i++) {
        byte[] cell = new byte[columns.get(i).width];
        Arrays.fill(cell, (byte) ' ');
        byte[] text = row.get(i + 1).getBytes(charset);
        System.arraycopy(text, 0, cell, 0, Math.min(text.length, cell.length));
        dbf.put(cell);
      }
    }
    return bytes(dbf.put((byte) 0x1A));
  }

  /** Members by their names. */
  static Path zip(Path file, Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
      }
    }
    return Files.write(file, bytes.toByteArray());
  }
}
