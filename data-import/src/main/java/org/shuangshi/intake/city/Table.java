package org.shuangshi.intake.city;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.FeatureWriter;
import org.shuangshi.gis.feature.Field;
import org.shuangshi.gis.feature.FieldType;
import org.shuangshi.gis.feature.Format;
import org.shuangshi.gis.feature.GeometryType;
import org.shuangshi.intake.city.dirt.Dirt;
import org.shuangshi.intake.city.dirt.DirtyRow;
import org.shuangshi.intake.city.dirt.SpoiltTable;

/**
 * One kind of thing, written to as many files as its format needs.
 *
 * <p>Columns are named with a type where they are not text: {@code floors:INTEGER}.
 */
final class Table implements Closeable {
  /** One file of it. */
  record Part(String file, String kind) {}

  /** Rows an xlsx file takes here; a sheet ends at 1,048,576. */
  private static final long MOST_ROWS = 1_000_000;

  private final Path directory;
  private final String name;
  private final String kind;
  private final Format format;
  private final GeometryType geometryType;
  private final List<Field> fields = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private @Nullable FeatureWriter writer;
  private @Nullable SpoiltTable spoilt;
  private long rowsInPart;
  private long rows;

  /**
   * Begins a table.
   *
   * @param name of its files
   * @param dirt spoils its rows; null: they are written as they are
   */
  Table(
      Path directory,
      String name,
      String kind,
      Format format,
      GeometryType geometryType,
      @Nullable Dirt dirt,
      String... columns) {
    this.directory = directory;
    this.name = name;
    this.kind = kind;
    this.format = format;
    this.geometryType = geometryType;
    for (String column : columns) {
      int colon = column.indexOf(':');
      fields.add(
          colon < 0
              ? new Field(column, FieldType.TEXT)
              : new Field(
                  column.substring(0, colon), FieldType.valueOf(column.substring(colon + 1))));
    }
    if (dirt != null) {
      for (String column : Dirt.extraColumns(name)) {
        fields.add(new Field(column, FieldType.TEXT));
      }
      spoilt = dirt.table(name, fields.stream().map(Field::name).toList());
    }
  }

  void row(@Nullable Geometry degrees, @Nullable Object... values) throws IOException {
    rows++;
    if (spoilt == null) {
      write(degrees, values);
      return;
    }
    write(spoilt, spoilt.spoil(degrees, values));
  }

  /** Writes rows that were made to be wrong elsewhere. */
  void made(List<DirtyRow> made) throws IOException {
    if (spoilt != null) {
      write(spoilt, made);
    }
  }

  private void write(SpoiltTable spoilt, List<DirtyRow> made) throws IOException {
    for (DirtyRow row : made) {
      write(row.geometry(), row.values());
      boolean headed = format == Format.CSV || format == Format.XLSX;
      spoilt.written(row, parts.get(parts.size() - 1).file(), rowsInPart, headed);
    }
  }

  private void write(@Nullable Geometry degrees, @Nullable Object... values) throws IOException {
    FeatureWriter open = writer;
    if (open == null || (rowsInPart == MOST_ROWS && format == Format.XLSX)) {
      open = next();
    }
    open.write(degrees, Arrays.asList(values));
    rowsInPart++;
  }

  private FeatureWriter next() throws IOException {
    close();
    String part =
        format == Format.XLSX && kind.equals("people") ? name + "-" + (parts.size() + 1) : name;
    String file = part + "." + format.extension();
    FeatureSchema schema = new FeatureSchema(part, fields, geometryType, Crs.CGCS2000);
    FeatureWriter opened = FeatureFiles.create(directory.resolve(file), format, schema);
    parts.add(new Part(file, kind));
    rowsInPart = 0;
    writer = opened;
    return opened;
  }

  /** Those of the city; a spoilt one may have been written twice. */
  long rows() {
    return rows;
  }

  List<Part> parts() {
    return parts;
  }

  /** Completes the files; a table without rows has none. */
  void finish(LocalDate stamp) throws IOException {
    close();
    for (Part part : parts) {
      if (spoilt != null) {
        spoilt.finish(directory.resolve(part.file()));
      }
      Stamp.at(directory.resolve(part.file()), format, stamp);
    }
  }

  @Override
  public void close() throws IOException {
    FeatureWriter open = writer;
    writer = null;
    if (open != null) {
      open.close();
    }
  }
}
