package org.shuangshi.gis.feature;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Opens feature files for reading and writing. The one public door of this package.
 *
 * <pre>{@code
 * try (FeatureReader reader = FeatureFiles.open(Path.of("buildings.zip"), null)) {
 *   for (Feature row = reader.next(); row != null; row = reader.next()) { … }
 * }
 * }</pre>
 */
public final class FeatureFiles {

  private FeatureFiles() {}

  /**
   * What kind of file this is, by its content where that speaks for itself, else by its ending.
   *
   * @throws FeatureFileException {@code file.missing}, {@code file.empty}, {@code
   *     file.unknown-format} with what to do about it
   */
  public static FileKind kind(Path file) throws FeatureFileException {
    return FileRecognition.kind(file);
  }

  /**
   * Opens the layer of this name, or the only one; encodings are guessed. See {@link #openAs}.
   *
   * @param layer null for the only one
   */
  public static FeatureReader open(Path file, @Nullable String layer) throws FeatureFileException {
    return openAs(file, ReadOptions.ofLayer(layer));
  }

  /**
   * Opens one layer of a file, a folder or a zip; texts may be packed with gzip.
   *
   * <p>A table (CSV, xlsx, xls) has a geometry when it has columns lon/lat (also 经度/纬度,
   * longitude/latitude, x/y in upper or lower case) or one called wkt, or in the columns the
   * options name; those columns stay in the schema too.
   *
   * @throws FeatureFileException {@code file.layer-ambiguous} where no layer is named and there are
   *     several, which it lists; see its table of codes for the others
   */
  public static FeatureReader openAs(Path file, ReadOptions options) throws FeatureFileException {
    return switch (kind(file)) {
      case SHAPEFILE -> ShapefileFeatureReader.open(file, options);
      case GEOPACKAGE -> GeoPackageFeatureReader.open(file, options.layer());
      case GEOJSON -> GeoJsonFeatureReader.open(file, options.layer());
      case KML -> KmlFeatureReader.open(file, options.layer());
      case FLATGEOBUF -> FlatGeobufFeatureReader.open(file, options.layer());
      case CSV -> CsvFeatureReader.open(file, options);
      case XLSX -> XlsxWorkbook.open(file, options);
      case XLS -> XlsWorkbook.open(file, options);
    };
  }

  /** Names of its layers or sheets; one empty name where the format has no more than one. */
  public static List<String> layers(Path file) throws FeatureFileException {
    return FileInspector.names(file, kind(file));
  }

  /**
   * Looks through a whole file, so that a person can choose a layer, a system and an encoding.
   *
   * @param options an encoding to try; of several layers all are looked at unless one is named
   */
  public static Inspection inspect(Path file, ReadOptions options) throws FeatureFileException {
    return FileInspector.inspect(file, options);
  }

  /** Creates a file of the schema's one layer in UTF-8; an existing file is replaced. */
  public static FeatureWriter create(Path file, Format format, FeatureSchema schema)
      throws FeatureFileException {
    return create(file, format, schema, WriteOptions.DEFAULT);
  }

  /** Creates a file of the schema's one layer; an existing file is replaced. */
  public static FeatureWriter create(
      Path file, Format format, FeatureSchema schema, WriteOptions options)
      throws FeatureFileException {
    return switch (format) {
      case GEOJSON -> new GeoJsonFeatureWriter(file, schema);
      case GEOPACKAGE -> new GeoPackageFeatureWriter(file, schema);
      case CSV -> new CsvFeatureWriter(file, schema, options);
      case XLSX -> new XlsxFeatureWriter(file, schema);
      case SHAPEFILE -> new ShapefileFeatureWriter(file, schema, options);
    };
  }

  /**
   * Writes some rows of a file with columns added; an existing file is replaced. What is said
   * beside a row stands in it whatever the row holds, and reading the result brings the rows as
   * they were.
   *
   * <p>xlsx: the same workbook, with its widths, formats and other sheets. CSV: the same cells,
   * encoding and separator. GeoJSON: the same features, also such as cannot be read. Others are
   * written anew as the target's ending says, .gpkg where there is no writer of theirs.
   *
   * @param layer as {@link #open} takes it
   */
  public static void excerpt(Path file, @Nullable String layer, Excerpt excerpt, Path target)
      throws FeatureFileException {
    excerptAs(file, ReadOptions.ofLayer(layer), excerpt, target);
  }

  /** {@link #excerpt} of a file that is read as {@link #openAs} would. */
  public static void excerptAs(Path file, ReadOptions options, Excerpt excerpt, Path target)
      throws FeatureFileException {
    String plain = unpacked(file);
    boolean same = plain.endsWith(".xlsx") || plain.endsWith(".csv") || plain.endsWith("json");
    if (!same) {
      CopiedExcerpt.write(file, options, excerpt, target, Format.GEOPACKAGE);
      return;
    }
    List<String> names;
    try (FeatureReader reader = openAs(file, options)) {
      names = reader.schema().fields().stream().map(Field::name).toList();
    }
    PartFile part = new PartFile(target);
    try {
      if (plain.endsWith(".xlsx")) {
        XlsxExcerpt.write(file, options.layer(), names, excerpt, part);
      } else if (plain.endsWith(".csv")) {
        CsvExcerpt.write(file, options.charset(), excerpt, part);
      } else {
        GeoJsonExcerpt.write(file, excerpt, part);
      }
    } catch (FeatureFileException e) {
      part.discard();
      throw e;
    }
    part.settle();
  }

  /** The name in lower case, without the ending of what it is packed with. */
  private static String unpacked(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }
}
