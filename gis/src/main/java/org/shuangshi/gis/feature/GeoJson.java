package org.shuangshi.gis.feature;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Where the GeoJSON reader and writer meet Jackson. */
final class GeoJson {

  static final JsonFactory JSON = new JsonFactory();

  private GeoJson() {}

  static JsonParser parser(InputStream in) {
    return JSON.createParser(ObjectReadContext.empty(), in);
  }

  static FeatureFileException failure(InputFile file, JacksonException e) {
    String name = String.valueOf(file.path().getFileName());
    if (e instanceof UnexpectedEndOfInputException || e.getCause() instanceof EOFException) {
      return new FeatureFileException("file.truncated", "文件 " + name + " 不完整，请重新获取后再试", e);
    }
    try {
      if (!TextEncoding.isUtf8(file)) {
        return new FeatureFileException(
            "file.encoding", "文件 " + name + " 不是 UTF-8 编码，GeoJSON 必须使用 UTF-8，请转换后再试", e);
      }
    } catch (IOException unreadable) {
      e.addSuppressed(unreadable);
    }
    TokenStreamLocation at = e.getLocation();
    String place =
        at == null || at.getLineNr() < 1
            ? ""
            : "（第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列）";
    return broken(file, "JSON 语法错误" + place, e);
  }

  static FeatureFileException failure(InputFile file, IOException e) {
    if (e instanceof FeatureFileException ours) {
      return ours;
    }
    if (e instanceof EOFException) {
      return new FeatureFileException(
          "file.truncated", "文件 " + file.path().getFileName() + " 不完整，请重新获取后再试", e);
    }
    return broken(file, "无法读取", e);
  }

  static FeatureFileException broken(InputFile file, String what, @Nullable Exception cause) {
    return new FeatureFileException(
        "file.broken", "文件 " + file.path().getFileName() + " 已损坏：" + what, cause);
  }

  static FeatureFileException notGeoJson(InputFile file) {
    return new FeatureFileException(
        "file.unknown-format",
        "文件 " + file.path().getFileName() + " 不是 GeoJSON（应为 FeatureCollection 或 Feature）");
  }
}
