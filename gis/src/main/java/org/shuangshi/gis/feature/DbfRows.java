package org.shuangshi.gis.feature;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.geometry.Fault;

/** The records of a dBase table, in order, deleted ones among them. */
final class DbfRows implements Closeable {

  /** How far into a table its texts are looked at for their encoding. */
  private static final long SAMPLE_BYTES = 64L << 20;

  private final Member member;
  private final ByteFeed feed;
  private final DbfHeader header;
  private final List<DbfCell> cells = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final long[] cut;
  private long read;
  private @Nullable Fault fault;

  private DbfRows(Member member, ByteFeed feed, Charset charset) throws IOException {
    this.member = member;
    this.feed = feed;
    this.header = DbfHeader.read(feed, member);
    Set<String> taken = new HashSet<>();
    for (DbfHeader.Column column : header.columns()) {
      String name = name(column, charset, taken);
      DbfCell cell = DbfCell.of(column, name, charset);
      if (cell == null) {
        leftOut.add(name);
      } else {
        cells.add(cell);
      }
    }
    this.cut = new long[cells.size()];
  }

  static DbfRows open(Member member, Charset charset) throws IOException {
    ByteFeed feed = new ByteFeed(member.open());
    try {
      return new DbfRows(member, feed, charset);
    } catch (IOException e) {
      feed.close();
      throw e;
    }
  }

  /** A name can be cut in the middle of a character, and two cut ones can be alike. */
  private static String name(DbfHeader.Column column, Charset charset, Set<String> taken) {
    byte[] bytes = column.nameBytes();
    String read = new DbfText(charset).read(bytes, 0, bytes.length);
    String wanted = read == null ? "列" + (taken.size() + 1) : read.strip();
    String name = wanted;
    for (int n = 1; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
      name = wanted + "_" + n;
    }
    return name;
  }

  /** Finds the encoding from names and cells, in a pass of its own. */
  static @Nullable TextGuess guess(Member member, @Nullable TextWitness cpg) throws IOException {
    TextTrial trial = new TextTrial();
    List<TextWitness> witnesses = new ArrayList<>();
    try (ByteFeed feed = new ByteFeed(member.open())) {
      DbfHeader header = DbfHeader.read(feed, member);
      if (cpg != null) {
        witnesses.add(cpg);
      }
      TextWitness driver = TextWitness.ofLanguageDriver(header.languageDriver());
      if (driver != null) {
        witnesses.add(driver);
      }
      for (DbfHeader.Column column : header.columns()) {
        byte[] name = column.nameBytes();
        trial.see(name, 0, name.length, name.length >= 10);
      }
      for (long row = 0; row < header.count() && !trial.isFull(); row++) {
        if (feed.position() > SAMPLE_BYTES || !feed.has(header.recordLength())) {
          break;
        }
        for (DbfHeader.Column column : header.columns()) {
          if (column.letter() == 'C') {
            sample(trial, feed.array(), feed.at() + column.offset(), column.width());
          }
        }
        feed.skip(header.recordLength());
      }
    }
    return trial.decide(witnesses);
  }

  private static void sample(TextTrial trial, byte[] bytes, int from, int width) {
    int to = from + width;
    while (to > from && (bytes[to - 1] == ' ' || bytes[to - 1] == 0)) {
      to--;
    }
    trial.see(bytes, from, to, to == from + width);
  }

  List<Field> fields() {
    return cells.stream().map(DbfCell::field).toList();
  }

  /** Names of columns whose kind cannot be read. */
  List<String> leftOut() {
    return leftOut;
  }

  /** Records declared, deleted ones among them. */
  long count() {
    return header.count();
  }

  /** Goes to the next record; false after the last. */
  boolean next() throws IOException {
    if (read > 0) {
      feed.skip(header.recordLength());
    }
    if (read == header.count()) {
      return false;
    }
    if (!feed.has(header.recordLength())) {
      throw DbfHeader.truncated(member);
    }
    read++;
    return true;
  }

  boolean isDeleted() {
    return feed.array()[feed.at()] == '*';
  }

  /** The cells of the record; a cell that cannot be read is null and {@link #fault} says why. */
  List<@Nullable Object> values() {
    @Nullable Object[] values = new Object[cells.size()];
    fault = null;
    for (int i = 0; i < values.length; i++) {
      DbfCell cell = cells.get(i);
      try {
        values[i] = cell.read(feed.array(), feed.at());
        if (values[i] instanceof String && cell.state() != DbfText.State.WHOLE) {
          damaged(i, cell);
        }
      } catch (DbfCell.Misfit e) {
        fault =
            new Fault(
                "row.value",
                "字段“" + cell.field().name() + "”的值“" + e.getMessage() + "”与字段类型不符",
                null);
      }
    }
    return Arrays.asList(values);
  }

  private void damaged(int i, DbfCell cell) {
    if (cell.state() == DbfText.State.CUT) {
      cut[i]++;
    } else {
      fault = new Fault("row.encoding", "字段“" + cell.field().name() + "”有无法按所定编码解读的文字", null);
    }
  }

  /** Of the record whose values were read last. */
  @Nullable Fault fault() {
    return fault;
  }

  /** Columns in which texts end in half a character, cut off by whoever wrote the table. */
  List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    for (int i = 0; i < cut.length; i++) {
      if (cut[i] > 0) {
        notices.add(
            new Notice(
                "text.cut",
                "字段“" + cells.get(i).field().name() + "”有 " + cut[i] + " 行文字在字段宽度处被截断，末尾的半个字已去掉"));
      }
    }
    return notices;
  }

  double progress() {
    return header.count() == 0 ? 1 : (double) read / header.count();
  }

  @Override
  public void close() throws IOException {
    feed.close();
  }
}
