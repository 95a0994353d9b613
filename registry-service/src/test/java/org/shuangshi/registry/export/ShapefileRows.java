package org.shuangshi.registry.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.locationtech.jts.geom.Envelope;

/** Reads zipped Shapefiles as far as a comparison needs: the table, and the box of each shape. */
record ShapefileRows(List<List<String>> rows, List<Envelope> boxes, String wkt) {

  static ShapefileRows read(Path zip) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        parts.put(name.substring(name.lastIndexOf('.')), in.readAllBytes());
      }
    }
    Charset charset = Charset.forName(text(parts, ".cpg").strip());
    return new ShapefileRows(
        table(part(parts, ".dbf"), charset), boxes(part(parts, ".shp")), text(parts, ".prj"));
  }

  private static byte[] part(Map<String, byte[]> parts, String ending) {
    return Objects.requireNonNull(parts.get(ending), ending);
  }

  private static String text(Map<String, byte[]> parts, String ending) {
    return new String(part(parts, ending), StandardCharsets.US_ASCII);
  }

  private static List<List<String>> table(byte[] dbf, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN);
    int rows = in.getInt(4);
    int header = in.getShort(8);
    int length = in.getShort(10);
    List<Integer> widths = new ArrayList<>();
    for (int at = 32; dbf[at] != 0x0d; at += 32) {
      widths.add(dbf[at + 16] & 0xff);
    }
    List<List<String>> table = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int at = header + row * length + 1;
      List<String> cells = new ArrayList<>();
      for (int width : widths) {
        cells.add(new String(dbf, at, width, charset).strip());
        at += width;
      }
      table.add(cells);
    }
    return table;
  }

  private static List<Envelope> boxes(byte[] shp) {
    List<Envelope> boxes = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(shp);
    for (int at = 100; at < shp.length; ) {
      int bytes = in.order(ByteOrder.BIG_ENDIAN).getInt(at + 4) * 2;
      in.order(ByteOrder.LITTLE_ENDIAN);
      boolean point = in.getInt(at + 8) == 1;
      double west = in.getDouble(at + 12);
      double south = in.getDouble(at + 20);
      boxes.add(
          point
              ? new Envelope(west, west, south, south)
              : new Envelope(west, in.getDouble(at + 28), south, in.getDouble(at + 36)));
      at += 8 + bytes;
    }
    return boxes;
  }
}
