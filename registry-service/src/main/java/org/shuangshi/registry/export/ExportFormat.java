package org.shuangshi.registry.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.shuangshi.gis.feature.Format;

/** Formats an export can have, by the names of the API. */
enum ExportFormat {
  @JsonProperty("geojson")
  GEOJSON(Format.GEOJSON, "application/geo+json"),
  @JsonProperty("gpkg")
  GPKG(Format.GEOPACKAGE, "application/geopackage+sqlite3"),
  @JsonProperty("shapefile")
  SHAPEFILE(Format.SHAPEFILE, "application/zip"),
  @JsonProperty("csv")
  CSV(Format.CSV, "text/csv");

  private final Format format;
  private final String mediaType;

  ExportFormat(Format format, String mediaType) {
    this.format = format;
    this.mediaType = mediaType;
  }

  Format format() {
    return format;
  }

  String mediaType() {
    return mediaType;
  }
}
