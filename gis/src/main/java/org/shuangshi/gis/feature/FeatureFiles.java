package org.shuangshi.gis.feature;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens feature files for reading and writing. The one public door of this package. */
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
  @SuppressWarnings("DoNotCallSuggester")
  public static FeatureReader open(Path file, @Nullable String layer) throws FeatureFileException {
    throw new UnsupportedOperationException();
  }

  /** Creates a file of the schema's one layer; an existing file is replaced. */
  @SuppressWarnings("DoNotCallSuggester")
  public static FeatureWriter create(Path file, Format format, FeatureSchema schema)
      throws FeatureFileException {
    throw new UnsupportedOperationException();
  }
}
