package org.shuangshi.gis.feature;

import java.nio.file.Files;
import java.nio.file.Path;
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
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
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
}
