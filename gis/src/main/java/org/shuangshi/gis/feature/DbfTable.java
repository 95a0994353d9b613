package org.shuangshi.gis.feature;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dBase III table of a Shapefile. How wide a column must be is known only after its last value,
 * so values wait in a spool file and the table is written at the end.
 */
final class DbfTable {

  private static final int MOST_COLUMNS = 255;
  private static final int LONGEST_RECORD = 65_535;
  private static final int LONGEST_NAME = 10;

  /** Language driver 0x4D is code page 936; 0 leaves it to the .cpg. */
  private static final byte CODE_PAGE_936 = 0x4D;

  private final List<DbfColumn> columns = new ArrayList<>();
  private final List<Notice> renamed = new ArrayList<>();
  private final Charset charset;
  private final Path spool;
  private final DataOutputStream spooled;
  private int count;

  DbfTable(List<Field> fields, Charset charset, Path spool) throws IOException {
    this.charset = charset;
    this.spool = spool;
    if (fields.size() > MOST_COLUMNS) {
      throw new FeatureFileException(
          "file.too-large", "Shapefile 最多 255 个字段，请减少导出的字段或改用 GeoPackage");
    }
    Set<String> taken = new HashSet<>();
    for (Field field : fields) {
      columns.add(new DbfColumn(name(field.name(), taken), field.type(), charset));
    }
    spooled = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(spool), 1 << 16));
  }

  /** At most ten bytes, whole characters, each name once whatever the case. */
  private byte[] name(String wanted, Set<String> taken) {
    byte[] name = DbfColumn.cut(wanted, charset, LONGEST_NAME);
    for (int n = 1; !taken.add(new String(name, charset).toUpperCase(Locale.ROOT)); n++) {
      String suffix = "_" + n;
      String start =
          new String(DbfColumn.cut(wanted, charset, LONGEST_NAME - suffix.length()), charset);
      name = (start + suffix).getBytes(charset);
    }
    String short10 = new String(name, charset);
    if (!short10.equals(wanted)) {
      renamed.add(
          new Notice("field.renamed", "字段“" + wanted + "”在 Shapefile 中名为“" + short10 + "”"));
    }
    return name;
  }

  void add(List<? extends @Nullable Object> values) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      byte[] bytes = columns.get(i).encode(values.get(i));
      spooled.writeShort(bytes.length);
      spooled.write(bytes);
    }
    count++;
  }

  void release() throws IOException {
    spooled.close();
  }

  /** Renamed columns, and columns whose texts had to be cut. */
  List<Notice> notices() {
    List<Notice> notices = new ArrayList<>(renamed);
    for (DbfColumn column : columns) {
      if (column.cut() > 0) {
        notices.add(
            new Notice(
                "text.cut",
                "字段“"
                    + new String(column.name, charset)
                    + "”有 "
                    + column.cut()
                    + " 行文本超过 254 字节，已截断"));
      }
    }
    return notices;
  }

  /** The whole table, to be called once all rows are in. */
  void write(OutputStream out) throws IOException {
    spooled.close();
    int recordLength = 1 + columns.stream().mapToInt(DbfColumn::width).sum();
    if (recordLength > LONGEST_RECORD || (long) recordLength * count > Integer.MAX_VALUE) {
      throw new FeatureFileException(
          "file.too-large", "Shapefile 的属性表最大 2 GB，请缩小范围、减少字段，或改用 GeoPackage");
    }
    header(out, recordLength);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(spool), 1 << 16))) {
      for (int row = 0; row < count; row++) {
        out.write(' ');
        for (DbfColumn column : columns) {
          out.write(column.cell(in.readNBytes(in.readUnsignedShort())));
        }
      }
    }
    out.write(0x1A);
  }

  private void header(OutputStream out, int recordLength) throws IOException {
    int length = 32 + 32 * columns.size() + 1;
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    header.put((byte) 3).put((byte) (today.getYear() - 1900));
    header.put((byte) today.getMonthValue()).put((byte) today.getDayOfMonth());
    header.putInt(count).putShort((short) length).putShort((short) recordLength);
    header.put(29, charset.equals(TextEncoding.GB18030) ? CODE_PAGE_936 : 0);
    for (int i = 0; i < columns.size(); i++) {
      DbfColumn column = columns.get(i);
      header.position(32 + 32 * i);
      header.put(column.name);
      header.put(32 + 32 * i + 11, (byte) column.letter());
      header.put(32 + 32 * i + 16, (byte) column.width());
      header.put(32 + 32 * i + 17, (byte) column.decimals());
    }
    header.put(length - 1, (byte) 0x0D);
    out.write(header.array());
  }
}
