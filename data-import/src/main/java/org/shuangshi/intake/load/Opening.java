package org.shuangshi.intake.load;

import java.io.Closeable;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.Field;
import org.shuangshi.gis.feature.GeometryHeaders;
import org.shuangshi.gis.feature.ReadOptions;
import org.shuangshi.gis.feature.TextGuess;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.Encodings;
import org.shuangshi.intake.mapping.Mapped;
import org.shuangshi.intake.mapping.Sample;
import org.shuangshi.intake.mapping.Wish;

/** A file opened the way it was chosen, its columns found. */
final class Opening implements Closeable {

  private final FeatureReader reader;
  private final ReadOptions options;
  private final ColumnMapping mapping;
  private final Dictionary dictionary;
  private final String proposedPlaces;
  private final Wish wish;
  private final UnknownWords unknown = new UnknownWords();

  private Opening(
      FeatureReader reader,
      ReadOptions options,
      ColumnMapping mapping,
      Dictionary dictionary,
      String proposedPlaces,
      Wish wish) {
    this.wish = wish;
    this.reader = reader;
    this.options = options;
    this.proposedPlaces = proposedPlaces;
    this.mapping = mapping;
    this.dictionary = dictionary;
  }

  /**
   * Opens it; what was guessed is told among the issues.
   *
   * @throws ImportException those of {@link ColumnSearch#find} and {@link Dictionary#of}, {@code
   *     encoding.unknown}
   */
  static Opening of(ImportRequest request, SourceFile file, Issues issues)
      throws ImportException, FeatureFileException {
    Wish wish = request.wish();
    Choice choice = wish.choice();
    Dictionary dictionary = Dictionary.of(file.kind(), choice);
    ReadOptions plain = request.reading();
    boolean placed = FileReading.isPlaced(file.file(), file.kind());
    FeatureReader reader = FeatureFiles.openAs(file.file(), plain);
    try {
      ColumnSearch search = new ColumnSearch(file.kind(), reader.schema(), placed);
      ColumnMapping mapping =
          search.find(request.key(), wish, () -> Sample.read(file.file(), plain));
      for (String each : search.said()) {
        issues.add(Issue.ofFile(Severity.NOTICE, "column.guessed", each));
      }
      for (String each : search.absent()) {
        issues.add(
            Issue.ofFile(
                Severity.NOTICE, "mapping.column-absent", "上次的映射中的列“" + each + "”不在这个文件里"));
      }
      ReadOptions options = placed ? plain.withGeometry(mapping.place()) : plain;
      if (placed && !mapping.place().equals(byName(reader.schema()))) {
        reader.close();
        reader = FeatureFiles.openAs(file.file(), options);
      }
      return new Opening(reader, options, mapping, dictionary, search.proposedPlaces(), wish);
    } catch (ImportException | FeatureFileException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /** What a table is read by where it is not told otherwise. */
  private static GeometryHeaders byName(FeatureSchema schema) {
    return GeometryHeaders.named(schema.fields().stream().map(Field::name).toList());
  }

  /** How a file is to be read after what was asked for and what was chosen. */
  static ReadOptions options(@Nullable String layer, Choice choice) throws ImportException {
    return new ReadOptions(layer == null ? choice.layer() : layer, charset(choice.encoding()));
  }

  private static @Nullable Charset charset(@Nullable String encoding) throws ImportException {
    try {
      return Encodings.find(encoding);
    } catch (IllegalArgumentException e) {
      throw new ImportException(
          "encoding.unknown", "不认识编码“" + encoding + "”，可用 UTF-8、GB18030、Big5 等", e);
    }
  }

  FeatureReader reader() {
    return reader;
  }

  /** How the file is read, with the columns of its geometry where it is a table. */
  ReadOptions options() {
    return options;
  }

  /** Columns that may hold its geometry and are not used; empty for none. */
  String proposedPlaces() {
    return proposedPlaces;
  }

  ColumnMapping mapping() {
    return mapping;
  }

  RowMaker rows(Kind kind, GeometryIntake geometries) {
    return new RowMaker(kind, mapping, geometries, dictionary, unknown);
  }

  /** How it was read, once all of it is; words nobody knows are told among the issues. */
  Mapped finish(Issues issues) {
    unknown.tell(issues);
    TextGuess encoding = reader.schema().encoding();
    return new Mapped(
        mapping.uses(),
        unknown.list(),
        encoding == null ? null : Encodings.label(encoding.charset()),
        wish.profile());
  }

  @Override
  public void close() throws FeatureFileException {
    reader.close();
  }
}
