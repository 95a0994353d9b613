package org.shuangshi.gis.feature;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.geometry.Fault;

/**
 * KML, or the one inside a KMZ, as one layer, read twice: which columns there are is known only at
 * the end. Always WGS 84.
 *
 * <p>Columns are name, description and what else placemarks say of themselves, with their extended
 * data; those in folders have the folders' names, joined by slashes, in {@code folder}. Values are
 * texts, but for fields whose declared type is a number or a truth. Styles, links to other files
 * and pictures laid over the map are passed over.
 */
final class KmlFeatureReader implements FeatureReader {

  private final InputFile file;
  private final @Nullable Closeable archive;
  private final FeatureSchema schema;
  private final KmlPlacemarks placemarks;
  private long row;

  private KmlFeatureReader(
      InputFile file, @Nullable Closeable archive, FeatureSchema schema, KmlPlacemarks placemarks) {
    this.file = file;
    this.archive = archive;
    this.schema = schema;
    this.placemarks = placemarks;
  }

  static FeatureReader open(Path path, @Nullable String layer) throws FeatureFileException {
    InputFile file = null;
    ZipArchive archive = null;
    try {
      if (FileContent.of(path).isZip()) {
        archive = ZipArchive.open(path);
        file = new InputFile(path, document(archive));
      } else {
        file = new InputFile(path);
      }
      file.requireLayer(layer);
      FeatureSchema schema = schema(file);
      return new KmlFeatureReader(file, archive, schema, KmlPlacemarks.open(file));
    } catch (IOException e) {
      if (archive != null) {
        try {
          archive.close();
        } catch (IOException closing) {
          e.addSuppressed(closing);
        }
      }
      throw failure(path, file, e);
    }
  }

  /** doc.kml where it is at the top, as the standard wants it; else the one least deep. */
  private static Member document(ZipArchive archive) throws FeatureFileException {
    return archive.members().stream()
        .filter(m -> m.name().toLowerCase(Locale.ROOT).endsWith(".kml"))
        .min(
            Comparator.comparing((Member m) -> !m.name().equalsIgnoreCase("doc.kml"))
                .thenComparing(m -> m.name().split("/", -1).length))
        .orElseThrow(
            () ->
                new FeatureFileException(
                    "file.empty", "文件 " + archive.path().getFileName() + " 里没有 KML"));
  }

  private static FeatureSchema schema(InputFile file) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    Set<GeometryType> types = EnumSet.noneOf(GeometryType.class);
    try (KmlPlacemarks placemarks = KmlPlacemarks.open(file)) {
      for (KmlPlacemarks.Placemark p = placemarks.next(); p != null; p = placemarks.next()) {
        names.addAll(p.values().keySet());
        if (p.shape() != null) {
          types.add(p.shape().type());
        }
      }
      Map<String, FieldType> declared = placemarks.declared();
      List<Field> fields = new ArrayList<>();
      for (String name : names) {
        fields.add(new Field(name, declared.getOrDefault(name, FieldType.TEXT)));
      }
      return new FeatureSchema(file.layer(), fields, GeometryType.common(types), Crs.WGS84);
    }
  }

  @Override
  public FeatureSchema schema() {
    return schema;
  }

  @Override
  public @Nullable Feature next() throws FeatureFileException {
    try {
      KmlPlacemarks.Placemark placemark = placemarks.next();
      if (placemark == null) {
        return null;
      }
      row++;
      Fault fault = null;
      List<@Nullable Object> values = new ArrayList<>();
      for (Field field : schema.fields()) {
        String text = placemark.values().get(field.name());
        Object value = text == null ? null : value(text, field.type());
        if (text != null && value == null) {
          fault = new Fault("row.value", "字段“" + field.name() + "”的值“" + text + "”与字段类型不符", null);
        }
        values.add(value);
      }
      Geometry shape = null;
      try {
        shape = placemark.shape() == null ? null : placemark.shape().build();
      } catch (Unbuildable e) {
        fault = e.fault();
      }
      return new Feature(row, shape, values, fault);
    } catch (IOException e) {
      throw failure(file.path(), file, e);
    }
  }

  private static @Nullable Object value(String text, FieldType type) {
    try {
      return switch (type) {
        case INTEGER -> (Object) Long.valueOf(text.strip());
        case REAL -> (Object) Double.valueOf(text.strip());
        case BOOLEAN ->
            switch (text.strip().toLowerCase(Locale.ROOT)) {
              case "true", "1" -> true;
              case "false", "0" -> false;
              default -> null;
            };
        case TEXT, DATE -> text;
      };
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static FeatureFileException failure(Path path, @Nullable InputFile file, IOException e) {
    if (e instanceof FeatureFileException ours) {
      return ours;
    }
    return file == null
        ? new FeatureFileException("file.broken", "文件 " + path.getFileName() + " 无法读取", e)
        : KmlPlacemarks.failure(file, e);
  }

  @Override
  public double progress() {
    return file.progress();
  }

  @Override
  public void close() throws FeatureFileException {
    try {
      placemarks.close();
      if (archive != null) {
        archive.close();
      }
    } catch (IOException e) {
      throw failure(file.path(), file, e);
    }
  }
}
