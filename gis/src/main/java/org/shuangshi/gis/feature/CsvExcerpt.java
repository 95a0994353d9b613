package org.shuangshi.gis.feature;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV as they were, cell by cell, in the encoding and with the separator of the file; the
 * byte order mark is kept. Quotes are there where a cell needs them.
 */
final class CsvExcerpt {

  private CsvExcerpt() {}

  static void write(Path path, @Nullable Charset wanted, Excerpt excerpt, PartFile part)
      throws FeatureFileException {
    InputFile file = new InputFile(path);
    try {
      Charset charset = CsvFeatureReader.guess(file, wanted).charset();
      boolean marked;
      try (Reader text = CsvFeatureReader.marked(file, charset)) {
        marked = text.read() == '\uFEFF';
      }
      char separator;
      try (Reader probe = CsvFeatureReader.reader(file, charset)) {
        separator = CsvFeatureReader.separator(probe);
      }
      try (Reader text = CsvFeatureReader.reader(file, charset);
          CsvReader<CsvRecord> records =
              CsvReader.builder()
                  .fieldSeparator(separator)
                  .skipEmptyLines(false)
                  .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                  .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                  .ofCsvRecord(text);
          Writer out = writer(path, part, charset)) {
        if (marked) {
          out.write('\uFEFF');
        }
        CsvWriter csv =
            CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out);
        copy(records, csv, excerpt);
        csv.flush();
      }
    } catch (CsvParseException e) {
      throw new FeatureFileException(
          "file.broken", "文件 " + path.getFileName() + " 无法解析，请检查引号是否成对", e);
    } catch (IOException | UncheckedIOException e) {
      throw CsvFeatureReader.failure(file, e instanceof IOException io ? io : null);
    }
  }

  private static Writer writer(Path path, PartFile part, Charset charset) throws IOException {
    OutputStream bytes = Files.newOutputStream(part.path());
    boolean packed = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gz");
    return new BufferedWriter(
        new OutputStreamWriter(
            packed ? new GZIPOutputStream(bytes, 1 << 16) : bytes, charset.newEncoder()),
        1 << 16);
  }

  private static void copy(Iterable<CsvRecord> records, CsvWriter csv, Excerpt excerpt) {
    long row = 0;
    int width = 0;
    int[] places = {};
    for (CsvRecord record : records) {
      row++;
      List<String> said = row == 1 ? excerpt.columns() : excerpt.of(row);
      if (row == 1) {
        List<String> names = record.getFields().stream().map(String::strip).toList();
        width = width(names);
        places = excerpt.places(names.subList(0, width));
      }
      if (said != null) {
        csv.writeRecord(cells(record.getFields(), said, width, places));
      }
    }
  }

  /** A header without the columns that have no name at its end, as the reader takes it. */
  private static int width(List<String> names) {
    int width = names.size();
    while (width > 0 && names.get(width - 1).isEmpty()) {
      width--;
    }
    return width;
  }

  private static List<String> cells(
      List<String> fields, List<String> said, int width, int[] places) {
    List<String> cells = new ArrayList<>(fields);
    while (cells.size() > width && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    for (int i = 0; i < places.length; i++) {
      while (cells.size() <= places[i]) {
        cells.add("");
      }
      if (cells.size() > width && places[i] >= width && !cells.get(places[i]).isEmpty()) {
        cells.add(
            places[i], said.get(i)); // a line with more cells than the header keeps them, behind
      } else {
        cells.set(places[i], said.get(i));
      }
    }
    return cells;
  }
}
