package org.shuangshi.gis.feature;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of a file, unpacked if they are a gzip, counting how far reading has come. */
final class InputFile {

  private final Path path;
  private final Member bytes;
  private final boolean packed;
  private long read;

  InputFile(Path path) throws FeatureFileException {
    this.path = path;
    try {
      this.bytes = Member.OnDisk.of(String.valueOf(path.getFileName()), path);
      this.packed = FileContent.of(path).isGzip();
    } catch (IOException e) {
      throw new FeatureFileException("file.missing", "文件无法读取：" + path, e);
    }
    if (bytes.size() == 0) {
      throw new FeatureFileException("file.empty", "文件是空的：" + path.getFileName());
    }
  }

  /** A member of an archive; the layer is named after the archive. */
  InputFile(Path path, Member member) {
    this.path = path;
    this.bytes = member;
    this.packed = false;
  }

  Path path() {
    return path;
  }

  /** The file name without its endings: the layer name of one-layer formats. */
  String layer() {
    String name = String.valueOf(path.getFileName());
    if (name.toLowerCase(Locale.ROOT).endsWith(".gz")) {
      name = name.substring(0, name.length() - 3);
    }
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Opens from the start; progress starts anew. */
  InputStream open() throws IOException {
    read = 0;
    InputStream counted = new Counting(bytes.open());
    try {
      return packed
          ? new GZIPInputStream(counted, 1 << 16)
          : new BufferedInputStream(counted, 1 << 16);
    } catch (IOException e) {
      counted.close();
      throw e;
    }
  }

  double progress() {
    return Math.min(1.0, (double) read / bytes.size());
  }

  /** For one-layer formats: a layer asked for must be the one there is. */
  void requireLayer(@Nullable String layer) throws FeatureFileException {
    if (layer != null && !layer.equals(layer())) {
      throw new FeatureFileException(
          "file.layer-unknown",
          "文件 " + path.getFileName() + " 只有一个图层“" + layer() + "”，没有“" + layer + "”");
    }
  }

  private final class Counting extends FilterInputStream {
    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        read++;
      }
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      if (n > 0) {
        read += n;
      }
      return n;
    }
  }
}
