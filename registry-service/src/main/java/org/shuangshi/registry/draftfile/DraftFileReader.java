package org.shuangshi.registry.draftfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.Notice;
import org.shuangshi.gis.feature.ReadOptions;
import org.shuangshi.gis.geometry.Lattice;
import org.shuangshi.registry.area.ShapeJson;
import org.shuangshi.registry.draftfile.DraftFile.DraftPolygon;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Reads a sent file of polygons, which is gone when it is read. */
@Component
class DraftFileReader {
  private static final int MEGABYTE = 1024 * 1024;
  private static final long MOST_BYTES = 64L * MEGABYTE;

  /** A city has some thousands of grids with some dozens of corners each. */
  private static final int MOST_POLYGONS = 20_000;

  private static final int MOST_CORNERS = 1_000_000;
  private static final int LONGEST_FILE_NAME = 255;
  private static final int LONGEST_NAME = 50;

  /** China with its seas, generously: what of a file without a system can be degrees. */
  private static final Envelope DEGREES = new Envelope(70, 140, 0, 60);

  /** Columns that name a grid, in lower case. */
  private static final Set<String> NAMES =
      Set.of("name", "名称", "网格名称", "网格名", "网格", "wgmc", "mc", "grid_name", "gridname");

  /**
   * Refused with {@code value.missing}, {@code value.too-long}, {@code file.too-large}, {@code
   * crs.missing} and other {@code crs.…}, {@code polygons.none}, {@code polygons.too-many}, {@code
   * polygons.elsewhere}, or the code of a file that cannot be read.
   *
   * @param layer null for the only one
   * @param crs null: as the file says
   */
  DraftFile read(String fileName, @Nullable String layer, @Nullable String crs, InputStream body)
      throws IOException {
    String name = plain(fileName);
    Path folder = Files.createTempDirectory("draft-");
    try {
      Path file = folder.resolve(name);
      take(body, file);
      return read(file, blankToNull(layer), blankToNull(crs));
    } catch (FeatureFileException e) {
      throw Refusal.of(Refusal.Kind.INVALID, e.code(), String.valueOf(e.getMessage()));
    } catch (CrsException e) {
      throw Refusal.field("crs", e.code(), String.valueOf(e.getMessage()));
    } finally {
      removeWhole(folder);
    }
  }

  private static DraftFile read(Path file, @Nullable String layer, @Nullable String crs)
      throws FeatureFileException, CrsException {
    try (FeatureReader reader = FeatureFiles.openAs(file, ReadOptions.ofLayer(layer))) {
      int named = nameColumn(reader.schema());
      Crs declared = crs == null ? reader.schema().crs() : Crs.parse(crs);
      Crs source = declared;
      CrsTransform transform = null;
      List<DraftPolygon> polygons = new ArrayList<>();
      long left = 0;
      long corners = 0;
      for (Feature row = reader.next(); row != null; row = reader.next()) {
        Geometry area = row.geometry();
        if (!(area instanceof Polygonal) || area.isEmpty() || row.fault() != null) {
          left++;
          continue;
        }
        if (source == null) {
          source = assumed(area);
        }
        if (transform == null) {
          transform = CrsTransform.between(source, Crs.CGCS2000);
        }
        corners += area.getNumPoints();
        if (polygons.size() == MOST_POLYGONS || corners > MOST_CORNERS) {
          throw Refusal.of(
              Refusal.Kind.TOO_LARGE,
              "polygons.too-many",
              "最多 " + MOST_POLYGONS + " 个面、" + MOST_CORNERS + " 个顶点");
        }
        Geometry there = transform.apply(area);
        if (!Arrays.stream(there.getCoordinates()).allMatch(DEGREES::contains)) {
          throw Refusal.field("crs", "polygons.elsewhere", "第 " + row.row() + " 行不在中国，坐标系不对");
        }
        polygons.add(new DraftPolygon(name(row, named), ShapeJson.geoJson(Lattice.round(there))));
      }
      if (polygons.isEmpty() || source == null) {
        throw Refusal.of(Refusal.Kind.INVALID, "polygons.none", "文件里没有面");
      }
      List<String> notices = new ArrayList<>();
      if (declared == null) {
        notices.add("文件没有写明坐标系，按 " + source.label() + " 读取");
      }
      reader.notices().stream().map(Notice::message).forEach(notices::add);
      return new DraftFile(source.label(), polygons, left, notices);
    }
  }

  private static Crs assumed(Geometry area) {
    if (DEGREES.contains(area.getEnvelopeInternal())) {
      return Crs.CGCS2000;
    }
    throw Refusal.field("crs", "crs.missing", "文件没有写明坐标系，也不是经纬度；请指明，例如 EPSG:4549");
  }

  private static int nameColumn(FeatureSchema schema) {
    for (int i = 0; i < schema.fields().size(); i++) {
      if (NAMES.contains(schema.fields().get(i).name().strip().toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String name(Feature row, int column) {
    Object said = column < 0 ? null : row.values().get(column);
    String name = said == null ? "" : String.valueOf(said).strip();
    return name.isEmpty() ? null : name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  private static String plain(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    if (name.isBlank() || name.equals(".") || name.equals("..")) {
      throw Refusal.field("fileName", "value.missing", "缺少 fileName：文件名，扩展名说明格式");
    }
    if (name.length() > LONGEST_FILE_NAME || name.chars().anyMatch(c -> c < ' ')) {
      throw Refusal.field(
          "fileName", "value.too-long", "文件名最长 " + LONGEST_FILE_NAME + " 个字，不能有控制字符");
    }
    return name;
  }

  private static void take(InputStream body, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      long bytes = 0;
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        bytes += n;
        if (bytes <= MOST_BYTES) {
          out.write(buffer, 0, n);
        } else if (bytes > 4 * MOST_BYTES) {
          break;
        }
      }
      // a sender who is still at it when the answer comes never reads it
      if (bytes > MOST_BYTES) {
        throw Refusal.of(
            Refusal.Kind.TOO_LARGE, "file.too-large", "文件超过 " + MOST_BYTES / MEGABYTE + " MB");
      }
    }
  }

  private static @Nullable String blankToNull(@Nullable String said) {
    return said == null || said.isBlank() ? null : said.strip();
  }

  private static void removeWhole(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path each : inside.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
