package org.shuangshi.gis.feature;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
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

  private static final byte RECORD_SEPARATOR = 0x1E;

  private GeoJson() {}

  /** The text, with the separators of RFC 8142 as blanks. */
  static InputStream open(InputFile file) throws IOException {
    InputStream in = new BufferedInputStream(file.open(), 1 << 16);
    in.mark(1);
    boolean separated = in.read() == RECORD_SEPARATOR;
    in.reset();
    return separated ? new Blanked(in) : in;
  }

  private static final class Blanked extends FilterInputStream {
    Blanked(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      return b == RECORD_SEPARATOR ? ' ' : b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      for (int i = offset; i < offset + n; i++) {
        if (buffer[i] == RECORD_SEPARATOR) {
          buffer[i] = ' ';
        }
      }
      return n;
    }
  }

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
