package org.shuangshi.gis.feature;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * CSV after RFC 4180, in UTF-8 with a byte order mark, without which Excel takes it for GBK. Null
 * and the empty text are both an empty cell. Texts are written as they are: a text that starts with
 * an equals sign is one Excel computes when it opens a CSV, which is why xlsx is what people are
 * offered.
 */
final class CsvFeatureWriter extends RowWriter {

  private final TableCells cells;
  private final CsvWriter csv;

  CsvFeatureWriter(Path file, FeatureSchema schema, WriteOptions options)
      throws FeatureFileException {
    super(file, schema);
    cells = new TableCells(schema, scale);
    try {
      Writer text =
          new BufferedWriter(
              new OutputStreamWriter(
                  Files.newOutputStream(part.path()), options.charset().newEncoder()),
              1 << 16);
      csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
      if (options.charset().equals(StandardCharsets.UTF_8)) {
        text.write('\uFEFF');
      }
      csv.writeRecord(cells.header());
    } catch (IOException e) {
      throw fail(e);
    }
  }

  @Override
  void row(@Nullable Geometry geometry, List<? extends @Nullable Object> values) {
    List<@Nullable String> texts = new ArrayList<>();
    for (Object value : cells.row(geometry, values)) {
      texts.add(value == null ? null : text(value));
    }
    csv.writeRecord(texts.toArray(String[]::new));
  }

  private static String text(Object value) {
    return value instanceof Double real && Double.isFinite(real)
        ? TableCells.plain(real)
        : value.toString();
  }

  @Override
  void finish() throws IOException {
    csv.close();
  }

  @Override
  void release() throws IOException {
    csv.close();
  }
}
