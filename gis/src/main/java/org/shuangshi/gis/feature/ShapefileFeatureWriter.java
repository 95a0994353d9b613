package org.shuangshi.gis.feature;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.crs.CrsException;

/**
 * A Shapefile as one zip of .shp, .shx, .dbf, .prj and .cpg. Its parts grow in hidden files beside
 * the target and are zipped at the end.
 *
 * <p>What the format cannot keep: names beyond ten bytes and texts beyond 254 are cut (notices
 * {@code field.renamed}, {@code text.cut}), null and empty are the same for texts and geometries,
 * reals keep 15 decimals.
 */
final class ShapefileFeatureWriter extends RowWriter {

  private final Charset charset;
  private final Path shp;
  private final Path shx;
  private final Path spool;
  private final ShapeRecords shapes;
  private final DbfTable table;
  private final boolean onlyNumbers;

  ShapefileFeatureWriter(Path file, FeatureSchema schema, WriteOptions options)
      throws FeatureFileException {
    super(file, schema);
    charset = options.charset();
    shp = beside(".shp");
    shx = beside(".shx");
    spool = beside(".dbf");
    // A table needs a column; without fields the rows are numbered.
    onlyNumbers = schema.fields().isEmpty();
    List<Field> fields =
        onlyNumbers ? List.of(new Field("FID", FieldType.INTEGER)) : schema.fields();
    try {
      shapes = new ShapeRecords(shp, shx, schema.geometryType());
      table = new DbfTable(fields, charset, spool);
    } catch (IOException e) {
      throw fail(e);
    }
  }

  private Path beside(String ending) {
    return part.path().resolveSibling(part.path().getFileName() + ending);
  }

  @Override
  void row(@Nullable Geometry geometry, List<? extends @Nullable Object> values)
      throws IOException {
    shapes.add(geometry);
    table.add(onlyNumbers ? List.of((long) shapes.count()) : values);
  }

  @Override
  void finish() throws IOException {
    shapes.finish();
    String prj = prj();
    try (ZipOutputStream zip =
        new ZipOutputStream(
            new BufferedOutputStream(Files.newOutputStream(part.path()), 1 << 16),
            StandardCharsets.UTF_8)) {
      // Most of the time is the packing; the last few percent of size are not worth twice of it.
      zip.setLevel(Deflater.BEST_SPEED);
      entry(zip, ".shp");
      Files.copy(shp, zip);
      entry(zip, ".shx");
      Files.copy(shx, zip);
      entry(zip, ".dbf");
      table.write(zip);
      if (prj != null) {
        entry(zip, ".prj");
        zip.write(prj.getBytes(StandardCharsets.US_ASCII));
      }
      entry(zip, ".cpg");
      zip.write(charset.name().getBytes(StandardCharsets.US_ASCII));
    }
    table.notices().forEach(notice -> note(notice.code(), notice.message()));
    removeParts();
  }

  private @Nullable String prj() throws FeatureFileException {
    try {
      return schema.crs() == null ? null : schema.crs().esriWkt();
    } catch (CrsException e) {
      throw FeatureFileException.of(e);
    }
  }

  private void entry(ZipOutputStream zip, String ending) throws IOException {
    zip.putNextEntry(new ZipEntry(schema.layer().replaceAll("[\\\\/:*?\"<>|]", "_") + ending));
  }

  @Override
  void release() throws IOException {
    shapes.release();
    table.release();
    removeParts();
  }

  private void removeParts() throws IOException {
    Files.deleteIfExists(shp);
    Files.deleteIfExists(shx);
    Files.deleteIfExists(spool);
  }
}
