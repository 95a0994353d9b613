package org.shuangshi.gis.feature;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.geometry.Fault;

/**
 * One Shapefile, its shapes and its table read side by side. Rows are numbered as they lie in the
 * file; deleted ones are passed over and counted in a notice.
 *
 * <p>A .shp without .dbf has no columns, a .dbf without .shp no geometry. Where both are there they
 * must have as many records: one more or less means that shapes and rows no longer belong together.
 */
final class ShapefileFeatureReader implements FeatureReader {

  private final ShapefileBundle bundle;
  private final @Nullable ShapeStream shapes;
  private final @Nullable DbfRows rows;
  private final FeatureSchema schema;
  private final String name;
  private final long total;
  private long row;
  private long deleted;

  private ShapefileFeatureReader(
      ShapefileBundle bundle,
      @Nullable ShapeStream shapes,
      @Nullable DbfRows rows,
      FeatureSchema schema,
      long total) {
    this.bundle = bundle;
    this.shapes = shapes;
    this.rows = rows;
    this.schema = schema;
    this.name = schema.layer();
    this.total = total;
  }

  static FeatureReader open(Path path, ReadOptions options) throws FeatureFileException {
    List<Closeable> opened = new ArrayList<>();
    try {
      ShapefileBundle bundle = ShapefileBundle.open(path);
      opened.add(bundle);
      return open(bundle, bundle.choose(path, options.layer()), options.charset(), opened);
    } catch (IOException e) {
      for (Closeable part : opened) {
        try {
          part.close();
        } catch (IOException closing) {
          e.addSuppressed(closing);
        }
      }
      throw failure(String.valueOf(path.getFileName()), e);
    }
  }

  /** Names of the layers, tables without shapes among them. */
  static List<String> layers(Path path) throws FeatureFileException {
    try (ShapefileBundle bundle = ShapefileBundle.open(path)) {
      List<String> names = bundle.layers().stream().map(ShapefileBundle.Parts::layer).toList();
      if (names.isEmpty()) {
        bundle.choose(path, null); // says that there is none
      }
      return names;
    } catch (IOException e) {
      throw failure(String.valueOf(path.getFileName()), e);
    }
  }

  private static FeatureReader open(
      ShapefileBundle bundle,
      ShapefileBundle.Parts parts,
      @Nullable Charset wanted,
      List<Closeable> opened)
      throws IOException {
    Member shp = parts.shp();
    Member shx = parts.shx();
    Member dbf = parts.dbf();
    List<Notice> notices = new ArrayList<>();
    ShapeIndex index = null;
    if (shp != null && shx != null) {
      index = ShapeIndex.read(shx, shp.size());
      if (index == null) {
        notices.add(
            new Notice("shapefile.index-ignored", "索引 " + shx.fileName() + " 已损坏，按图形的先后顺序读取"));
      }
    }
    ShapeStream shapes = null;
    if (shp != null) {
      shapes = ShapeStream.open(shp, index);
      opened.add(shapes);
    }
    DbfRows rows = null;
    TextGuess guess = null;
    if (dbf == null) {
      notices.add(new Notice("shapefile.no-table", "没有 .dbf 属性表，只有图形"));
    } else {
      guess = guess(parts, dbf, wanted);
      rows = DbfRows.open(dbf, guess.charset());
      opened.add(rows);
      if (!rows.leftOut().isEmpty()) {
        notices.add(
            new Notice("field.unsupported", "无法读取的字段已略去：" + String.join("、", rows.leftOut())));
      }
      if (index != null && index.count() != rows.count()) {
        throw mismatched(parts.layer(), index.count() + " 个", rows.count());
      }
    }
    FeatureSchema schema = schema(parts, shapes, rows, notices);
    long total = index == null ? 0 : index.count();
    return new ShapefileFeatureReader(
        bundle, shapes, rows, guess == null ? schema : schema.readAs(guess), total);
  }

  private static TextGuess guess(ShapefileBundle.Parts parts, Member dbf, @Nullable Charset wanted)
      throws IOException {
    if (wanted != null) {
      return new TextGuess(wanted, true, "由使用者指定");
    }
    String cpg = ShapefileBundle.Parts.text(parts.cpg());
    TextGuess guess = DbfRows.guess(dbf, cpg == null ? null : TextWitness.ofCpg(cpg));
    if (guess == null) {
      throw new FeatureFileException(
          "file.encoding",
          "属性表 " + dbf.fileName() + " 的文字既不是 UTF-8，也不是 GB18030 或 Big5 编码，请指明编码后再试");
    }
    return guess;
  }

  private static FeatureSchema schema(
      ShapefileBundle.Parts parts,
      @Nullable ShapeStream shapes,
      @Nullable DbfRows rows,
      List<Notice> notices)
      throws IOException {
    Crs crs = null;
    String prj = ShapefileBundle.Parts.text(parts.prj());
    if (prj != null && shapes != null) {
      try {
        crs = Crs.ofWkt(prj);
      } catch (CrsException e) {
        notices.add(new Notice(e.code(), ".prj 写明的坐标系：" + e.getMessage()));
      }
    }
    return new FeatureSchema(
        parts.layer(),
        rows == null ? List.of() : rows.fields(),
        shapes == null ? GeometryType.NONE : shapes.layerType(),
        crs,
        null,
        notices);
  }

  @Override
  public FeatureSchema schema() {
    return schema;
  }

  @Override
  public @Nullable Feature next() throws FeatureFileException {
    try {
      while (true) {
        boolean shape = shapes != null && shapes.next();
        boolean record = rows != null && rows.next();
        if (shapes != null && rows != null && shape != record) {
          String count = shape ? rows.count() + " 个以上" : shapes.count() + " 个";
          throw mismatched(name, count, rows.count());
        }
        if (!shape && !record) {
          return null;
        }
        row++;
        if (rows == null || !rows.isDeleted()) {
          return feature();
        }
        deleted++;
      }
    } catch (IOException e) {
      throw failure(name, e);
    }
  }

  private Feature feature() {
    List<@Nullable Object> values = rows == null ? List.of() : rows.values();
    Geometry geometry = shapes == null ? null : shapes.geometry();
    Fault fault = shapes == null ? null : shapes.fault();
    if (fault == null && rows != null) {
      fault = rows.fault();
    }
    return new Feature(row, geometry, values, fault);
  }

  private static FeatureFileException mismatched(String name, String shapes, long rows) {
    return new FeatureFileException(
        "file.mismatched",
        "Shapefile“%s”的图形（.shp）有 %s，属性表（.dbf）有 %d 行，对不上，请重新获取一套完整的文件"
            .formatted(name, shapes, rows));
  }

  private static FeatureFileException failure(String name, IOException e) {
    if (e instanceof FeatureFileException ours) {
      return ours;
    }
    return e instanceof EOFException
        ? new FeatureFileException("file.truncated", "文件 " + name + " 不完整，请重新获取后再试", e)
        : new FeatureFileException("file.broken", "文件 " + name + " 无法读取", e);
  }

  @Override
  public List<Notice> notices() {
    List<Notice> all = new ArrayList<>(schema.notices());
    if (deleted > 0) {
      all.add(new Notice("row.deleted", "有 " + deleted + " 行在属性表中标记为已删除，未读取"));
    }
    if (rows != null) {
      all.addAll(rows.notices());
    }
    return all;
  }

  @Override
  public double progress() {
    if (rows != null) {
      return rows.progress();
    }
    return total == 0 ? 0 : Math.min(1.0, (double) row / total);
  }

  @Override
  public void close() throws FeatureFileException {
    try (bundle;
        rows) {
      if (shapes != null) {
        shapes.close();
      }
    } catch (IOException e) {
      throw failure(name, e);
    }
  }
}
