package org.shuangshi.gis.feature;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip whose members are read where they are; nothing of it is ever unpacked under a name it
 * chose.
 *
 * <p>Refused before the first member is opened: encrypted members ({@code file.encrypted}), names
 * that climb out of the archive ({@code file.unsafe-path}), packing other than deflate ({@code
 * file.zip-method}), and what unpacks to more than a sound file does ({@code file.zip-bomb}). A
 * member that yields more bytes than it declares, or others than its checksum says, is {@code
 * file.broken} while it is read.
 */
final class ZipArchive implements Closeable {

  private static final int MOST_MEMBERS = 50_000;
  private static final long MOST_BYTES = 32L << 30;

  /** Tables padded with blanks were seen at 30:1; deflate ends at 1032:1. */
  private static final long MOST_RATIO = 250;

  private static final long RATIO_FROM_BYTES = 64L << 20;

  private final Path path;
  private final ZipFile zip;
  private final List<Member> members = new ArrayList<>();

  private ZipArchive(Path path, ZipFile zip) {
    this.path = path;
    this.zip = zip;
    zip.stream()
        .filter(entry -> !entry.isDirectory())
        .forEach(entry -> members.add(new Zipped(entry.getName().replace('\\', '/'), entry)));
  }

  static ZipArchive open(Path path) throws IOException {
    List<ZipDirectory.Item> items = ZipDirectory.read(path);
    requireSound(path, items);
    try {
      return new ZipArchive(path, zip(path));
    } catch (ZipException e) {
      throw new FeatureFileException(
          "file.broken", "压缩包 " + path.getFileName() + " 已损坏，请重新压缩或重新获取后再试", e);
    }
  }

  private static ZipFile zip(Path path) throws IOException {
    try {
      return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException notUtf8) {
      try {
        return new ZipFile(path.toFile(), TextEncoding.GB18030);
      } catch (ZipException e) {
        e.addSuppressed(notUtf8);
        throw e;
      }
    }
  }

  /** What the directory alone tells; also asked of workbooks, which other code opens. */
  static void requireSound(Path path, List<ZipDirectory.Item> items) throws FeatureFileException {
    long total = 0;
    for (ZipDirectory.Item item : items) {
      if (item.encrypted()) {
        throw encrypted(path);
      }
      if (isUnsafe(item.name())) {
        throw new FeatureFileException(
            "file.unsafe-path",
            "压缩包 " + path.getFileName() + " 中有指向包外的路径“" + item.name() + "”，已拒绝读取");
      }
      if (item.method() != ZipEntry.STORED && item.method() != ZipEntry.DEFLATED) {
        throw new FeatureFileException(
            "file.zip-method", "压缩包 " + path.getFileName() + " 用了不支持的压缩方式，请用普通 zip（Deflate）方式重新压缩");
      }
      total += item.size();
      boolean swells =
          item.size() > RATIO_FROM_BYTES && item.size() / Math.max(1, item.packed()) > MOST_RATIO;
      if (item.size() < 0 || total > MOST_BYTES || swells) {
        throw bomb(path);
      }
    }
    if (items.size() > MOST_MEMBERS) {
      throw bomb(path);
    }
  }

  private static boolean isUnsafe(String name) {
    String plain = name.replace('\\', '/');
    return plain.startsWith("/")
        || plain.matches("[A-Za-z]:.*")
        || plain.indexOf('\0') >= 0
        || List.of(plain.split("/", -1)).contains("..");
  }

  static FeatureFileException encrypted(Path path) {
    return new FeatureFileException(
        "file.encrypted", "文件 " + path.getFileName() + " 有密码保护，请去掉密码后再试");
  }

  private static FeatureFileException bomb(Path path) {
    return new FeatureFileException(
        "file.zip-bomb", "压缩包 " + path.getFileName() + " 解压后大得反常（超过 32 GB 或压缩比超过 250 倍），已拒绝读取");
  }

  /** All files in it, without what macOS leaves behind. */
  List<Member> members() {
    return members.stream()
        .filter(m -> !m.name().startsWith("__MACOSX/") && !m.fileName().startsWith("._"))
        .toList();
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private final class Zipped implements Member {
    private final String name;
    private final ZipEntry entry;

    Zipped(String name, ZipEntry entry) {
      this.name = name;
      this.entry = entry;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public long size() {
      return entry.getSize();
    }

    @Override
    public InputStream open() throws IOException {
      return new Checked(zip.getInputStream(entry), entry);
    }
  }

  /** Holds a member to the size and the checksum it declares. */
  private final class Checked extends FilterInputStream {
    private final ZipEntry entry;
    private final CRC32 sum = new CRC32();
    private long read;

    Checked(InputStream in, ZipEntry entry) {
      super(in);
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int n;
      try {
        n = super.read(buffer, offset, length);
      } catch (ZipException e) {
        throw ZipDirectory.broken(path);
      }
      if (n < 0) {
        if (read < entry.getSize()) {
          throw new EOFException(entry.getName());
        }
        return n;
      }
      sum.update(buffer, offset, n);
      read += n;
      boolean wrong = read == entry.getSize() && sum.getValue() != entry.getCrc();
      if (read > entry.getSize() || wrong) {
        throw ZipDirectory.broken(path);
      }
      return n;
    }

    @Override
    public long skip(long n) throws IOException {
      long left = n;
      byte[] buffer = new byte[(int) Math.min(1 << 16, Math.max(1, n))];
      while (left > 0) {
        int got = read(buffer, 0, (int) Math.min(buffer.length, left));
        if (got < 0) {
          break;
        }
        left -= got;
      }
      return n - left;
    }
  }
}
