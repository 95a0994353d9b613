package org.shuangshi.gis.feature;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.geometry.Fault;

/**
 * CSV after RFC 4180. Encoded as {@link TextEncoding} finds or the caller says; separated by comma,
 * semicolon or tab, whichever the header has most of.
 *
 * <p>All values are text; an empty cell is null. Lines without any content are passed over but
 * counted. A line with cells beyond the header's, or without some of its, carries the fault {@code
 * row.ragged}.
 */
final class CsvFeatureReader implements FeatureReader {

  private final InputFile file;
  private final Reader text;
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> records;
  private final FeatureSchema schema;
  private final TableGeometry geometry;
  private long row = 1;

  private CsvFeatureReader(
      InputFile file,
      Reader text,
      char separator,
      TextGuess guess,
      @Nullable GeometryHeaders chosen)
      throws FeatureFileException {
    this.file = file;
    this.text = text;
    this.csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text);
    this.records = csv.iterator();
    CsvRecord header = record();
    if (header == null) {
      throw new FeatureFileException("file.empty", "文件 " + file.path().getFileName() + " 没有内容");
    }
    List<String> names = TableHeader.names(file, header.getFields());
    this.geometry = TableGeometry.of(names, chosen);
    List<Field> fields = names.stream().map(name -> new Field(name, FieldType.TEXT)).toList();
    this.schema = new FeatureSchema(file.layer(), fields, geometry.type(), null).readAs(guess);
  }

  static FeatureReader open(Path path, ReadOptions options) throws FeatureFileException {
    InputFile file = new InputFile(path);
    file.requireLayer(options.layer());
    try {
      TextGuess guess = guess(file, options.charset());
      Charset charset = guess.charset();
      char separator;
      try (Reader probe = reader(file, charset)) {
        separator = separator(probe);
      }
      Reader text = reader(file, charset);
      try {
        return new CsvFeatureReader(file, text, separator, guess, options.geometry());
      } catch (FeatureFileException e) {
        text.close();
        throw e;
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** The text with its byte order mark, if it has one. */
  static Reader marked(InputFile file, Charset charset) throws IOException {
    return new BufferedReader(new InputStreamReader(file.open(), charset.newDecoder()), 1 << 16);
  }

  static TextGuess guess(InputFile file, @Nullable Charset wanted) throws IOException {
    String name = String.valueOf(file.path().getFileName());
    if (wanted == null) {
      TextGuess guess = TextEncoding.of(file);
      if (guess == null) {
        throw new FeatureFileException(
            "file.encoding", "文件 " + name + " 既不是 UTF-8，也不是 GB18030 或 Big5 编码，请另存为 UTF-8 后再试");
      }
      return guess;
    }
    if (!TextEncoding.decodes(file, wanted)) {
      throw new FeatureFileException(
          "file.encoding", "文件 " + name + " 按指定的编码 " + TextEncoding.label(wanted) + " 读不通");
    }
    return new TextGuess(wanted, true, "由使用者指定");
  }

  /** The text without its byte order mark. */
  static Reader reader(InputFile file, Charset charset) throws IOException {
    Reader text = marked(file, charset);
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  static char separator(Reader text) throws IOException {
    char[] candidates = {',', ';', '\t'};
    int[] count = new int[candidates.length];
    boolean quoted = false;
    for (int c = text.read(); c >= 0 && (quoted || (c != '\n' && c != '\r')); c = text.read()) {
      quoted ^= c == '"';
      for (int i = 0; i < candidates.length; i++) {
        if (!quoted && c == candidates[i]) {
          count[i]++;
        }
      }
    }
    int best = 0;
    for (int i = 1; i < candidates.length; i++) {
      best = count[i] > count[best] ? i : best;
    }
    return candidates[best];
  }

  @Override
  public FeatureSchema schema() {
    return schema;
  }

  @Override
  public @Nullable Feature next() throws FeatureFileException {
    CsvRecord record = record();
    while (record != null) {
      row++;
      if (!record.getFields().stream().allMatch(String::isEmpty)) {
        return feature(record);
      }
      record = record();
    }
    return null;
  }

  private Feature feature(CsvRecord record) {
    int width = schema.fields().size();
    List<@Nullable Object> values = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      values.add(cell(record, i));
    }
    Fault fault = ragged(record, width);
    Geometry shape = null;
    if (fault == null) {
      try {
        shape = geometry.of(i -> cell(record, i));
      } catch (Unbuildable e) {
        fault = e.fault();
      }
    }
    return new Feature(row, shape, values, fault);
  }

  private static @Nullable Fault ragged(CsvRecord record, int width) {
    int count = record.getFieldCount();
    while (count > width && record.getField(count - 1).isEmpty()) {
      count--;
    }
    if (count == width) {
      return null;
    }
    return new Fault(
        "row.ragged",
        "从文件第 "
            + record.getStartingLineNumber()
            + " 行开始的这条记录有 "
            + count
            + " 格，表头有 "
            + width
            + " 格，请检查分隔符和引号",
        null);
  }

  private static @Nullable String cell(CsvRecord record, int i) {
    if (i >= record.getFieldCount() || record.getField(i).isEmpty()) {
      return null;
    }
    return record.getField(i);
  }

  private @Nullable CsvRecord record() throws FeatureFileException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      throw new FeatureFileException(
          "file.broken",
          "文件 " + file.path().getFileName() + " 在第 " + row + " 条记录之后无法解析，请检查引号是否成对",
          e);
    } catch (UncheckedIOException e) {
      throw failure(file, e.getCause());
    }
  }

  static FeatureFileException failure(InputFile file, @Nullable IOException e) {
    if (e instanceof FeatureFileException ours) {
      return ours;
    }
    String name = String.valueOf(file.path().getFileName());
    return e instanceof EOFException
        ? new FeatureFileException("file.truncated", "文件 " + name + " 不完整，请重新获取后再试", e)
        : new FeatureFileException("file.broken", "文件 " + name + " 无法读取", e);
  }

  @Override
  public double progress() {
    return file.progress();
  }

  @Override
  public void close() throws FeatureFileException {
    try {
      csv.close();
      text.close();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }
}
