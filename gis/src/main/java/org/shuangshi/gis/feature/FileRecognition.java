package org.shuangshi.gis.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells the kind of a file: by its content where that speaks for itself, else by its ending. */
final class FileRecognition {

  private FileRecognition() {}

  static FileKind kind(Path file) throws FeatureFileException {
    try {
      if (Files.isDirectory(file)) {
        return directory(file);
      }
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new FeatureFileException("file.missing", "文件不存在或无法读取：" + file);
      }
      if (Files.size(file) == 0) {
        throw new FeatureFileException("file.empty", "文件是空的：" + file.getFileName());
      }
      FileContent content = FileContent.of(file);
      return content.isGzip() ? packed(file, content) : plain(file, content);
    } catch (FeatureFileException e) {
      throw e;
    } catch (IOException e) {
      throw new FeatureFileException("file.broken", "文件 " + file.getFileName() + " 无法读取", e);
    }
  }

  private static FileKind directory(Path file) throws FeatureFileException {
    if (ending(file).equals("gdb")) {
      throw unknown(file, "是 Esri 的文件地理数据库（.gdb），请导出为 GeoPackage 或 Shapefile");
    }
    return FileKind.SHAPEFILE;
  }

  /** A gzip holds one stream; formats that need to be read here and there do not come so. */
  private static FileKind packed(Path file, FileContent content) throws FeatureFileException {
    String name = String.valueOf(file.getFileName());
    boolean named = ending(file).equals("gz");
    FileKind kind = plain(named ? Path.of(name.substring(0, name.length() - 3)) : file, content);
    return switch (kind) {
      case GEOJSON, CSV, KML, FLATGEOBUF -> kind;
      default -> throw unknown(file, "是用 gzip 压缩的 " + kind.label() + "，请先解压");
    };
  }

  private static FileKind plain(Path file, FileContent content) throws FeatureFileException {
    String ending = ending(file);
    if (content.isZip()) {
      return zip(file);
    }
    if (content.isCompound()) {
      return FileKind.XLS;
    }
    if (content.isSqlite()) {
      return FileKind.GEOPACKAGE;
    }
    if (content.isFlatGeobuf()) {
      return FileKind.FLATGEOBUF;
    }
    if (content.isShapes()) {
      return FileKind.SHAPEFILE;
    }
    if (content.isOtherArchive()) {
      throw unknown(file, "是 rar 或 7z 压缩包，请解压后改用 zip 压缩");
    }
    if (content.isPdf()) {
      throw unknown(file, "是 PDF 文档，请提供原始的数据文件");
    }
    if (content.isKml()) {
      return FileKind.KML;
    }
    if (content.isWebPage()) {
      throw unknown(file, "其实是网页，请用 Excel 或 WPS 打开后另存为 xlsx");
    }
    boolean table = List.of("csv", "txt", "tsv").contains(ending);
    if (content.isJson() && !table) {
      return FileKind.GEOJSON;
    }
    return byEnding(file, ending, content.isText());
  }

  private static FileKind byEnding(Path file, String ending, boolean text)
      throws FeatureFileException {
    return switch (ending) {
      case "geojson", "json", "geojsonl", "geojsons", "geojsonseq", "ndjson", "jsonl" ->
          FileKind.GEOJSON;
      case "csv", "txt", "tsv" -> FileKind.CSV;
      case "gpkg" -> FileKind.GEOPACKAGE;
      case "shp", "dbf", "zip" -> FileKind.SHAPEFILE;
      case "kml", "kmz" -> FileKind.KML;
      case "fgb" -> FileKind.FLATGEOBUF;
      case "xlsx" -> FileKind.XLSX;
      // Many systems give a text with tabs this name, so that Excel opens it.
      case "xls" -> text ? FileKind.CSV : FileKind.XLS;
      default ->
          throw unknown(
              file,
              "不是能读的格式。请提供 Shapefile（.shp 与同名文件，或 .zip）、GeoPackage（.gpkg）、"
                  + "GeoJSON（.geojson、.json、.geojsonl）、FlatGeobuf（.fgb）、KML（.kml、.kmz）、"
                  + "Excel（.xlsx、.xls）或 CSV 文件（文本格式可用 .gz 压缩）");
    };
  }

  private static FileKind zip(Path file) throws FeatureFileException {
    try {
      List<String> names =
          ZipDirectory.read(file).stream()
              .map(item -> item.name().replace('\\', '/').toLowerCase(Locale.ROOT))
              .filter(name -> !name.startsWith("__macosx/"))
              .toList();
      if (names.stream().anyMatch(name -> name.startsWith("xl/workbook"))) {
        return FileKind.XLSX;
      }
      if (names.stream().anyMatch(name -> name.endsWith(".shp"))) {
        return FileKind.SHAPEFILE;
      }
      if (names.stream().anyMatch(name -> name.endsWith(".kml"))) {
        return FileKind.KML;
      }
      if (names.stream().anyMatch(name -> name.endsWith(".dbf"))) {
        return FileKind.SHAPEFILE;
      }
    } catch (FeatureFileException e) {
      throw e;
    } catch (IOException e) {
      throw new FeatureFileException("file.broken", "文件 " + file.getFileName() + " 无法读取", e);
    }
    throw unknown(file, "是压缩包，里面没有 Shapefile 或 KML；其他格式请解压后分别提供");
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static FeatureFileException unknown(Path file, String what) {
    return new FeatureFileException("file.unknown-format", "文件 " + file.getFileName() + " " + what);
  }
}
