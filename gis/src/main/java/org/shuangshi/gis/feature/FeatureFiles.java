package org.shuangshi.gis.feature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Opens feature files for reading and writing. The one public door of this package.
 *
 * <pre>{@code
 * try (FeatureReader reader = FeatureFiles.open(Path.of("buildings.gpkg"), null)) {
 *   for (Feature row = reader.next(); row != null; row = reader.next()) { … }
 * }
 * }</pre>
 */
public final class FeatureFiles {

  private FeatureFiles() {}

  /**
   * Opens a file by its ending: .geojson and .json (also .gz of them), .gpkg, .csv (also .gz),
   * .xlsx.
   *
   * <p>A CSV or xlsx table has a geometry when it has columns lon/lat (also 经度/纬度,
   * longitude/latitude, x/y in upper or lower case) or one called wkt; those columns stay in the
   * schema too.
   *
   * @param layer name of the layer or sheet to read; null for the only one. Several without a name
   *     is an error that lists them
   */
  public static FeatureReader open(Path file, @Nullable String layer) throws FeatureFileException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new FeatureFileException("file.missing", "文件不存在或无法读取：" + file);
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String plain = unpacked(file);
    if (plain.endsWith(".geojson") || plain.endsWith(".json")) {
      return GeoJsonFeatureReader.open(file, layer);
    }
    if (plain.endsWith(".csv")) {
      return CsvFeatureReader.open(file, layer);
    }
    if (name.endsWith(".gpkg")) {
      return GeoPackageFeatureReader.open(file, layer);
    }
    if (name.endsWith(".xlsx")) {
      return XlsxFeatureReader.open(file, layer);
    }
    throw new FeatureFileException(
        "file.unknown-format",
        "不支持的文件格式："
            + file.getFileName()
            + "。请提供 .geojson、.json、.gpkg、.csv 或 .xlsx 文件（.geojson、.json、.csv 可用 .gz 压缩）");
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
    String plain = unpacked(file);
    boolean same = plain.endsWith(".xlsx") || plain.endsWith(".csv") || plain.endsWith("json");
    if (!same) {
      CopiedExcerpt.write(file, layer, excerpt, target, Format.GEOPACKAGE);
      return;
    }
    List<String> names;
    try (FeatureReader reader = open(file, layer)) {
      names = reader.schema().fields().stream().map(Field::name).toList();
    }
    PartFile part = new PartFile(target);
    try {
      if (plain.endsWith(".xlsx")) {
        XlsxExcerpt.write(file, layer, names, excerpt, part);
      } else if (plain.endsWith(".csv")) {
        CsvExcerpt.write(file, excerpt, part);
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
