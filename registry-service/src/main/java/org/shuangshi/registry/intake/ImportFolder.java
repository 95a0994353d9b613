package org.shuangshi.registry.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.intake.keyring.SealedFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where sent files lie: in a folder only the service's user can enter, sealed. Formats ask for
 * files to go back and forth in, so one lies open while it is read; what a killed service left open
 * goes when the next one starts.
 */
@Component
class ImportFolder {
  private static final String OPEN = "open-";
  private static final String COMING = "coming-";

  private final KeyRing ring;
  private final Path folder;

  /**
   * @param files the service's folder (REGISTRY_FILES); where none is named, one among the
   *     temporary files, which last as long as those
   */
  @Autowired
  ImportFolder(KeyRing ring, @Value("${registry.files:}") String files) throws IOException {
    this(
        ring,
        files.isBlank()
            ? Path.of(System.getProperty("java.io.tmpdir"), "registry-files")
            : Path.of(files));
  }

  ImportFolder(KeyRing ring, Path files) throws IOException {
    this.ring = ring;
    this.folder = files.resolve("imports");
    Files.createDirectories(folder);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, OPEN + "*")) {
      for (Path each : left) {
        removeWhole(each);
      }
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, COMING + "*")) {
      for (Path each : left) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** A file that came and is nobody's yet: to be kept or closed. */
  static final class Received implements AutoCloseable {
    private final Path coming;
    private final long bytes;

    private Received(Path coming, long bytes) {
      this.coming = coming;
      this.bytes = bytes;
    }

    long bytes() {
      return bytes;
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(coming);
    }
  }

  /** Takes a file as it comes, beside whatever else is sent for the job. */
  Received receive(long id, InputStream in, long most) throws IOException {
    Path coming = Files.createTempFile(folder, COMING + id + "-", "");
    try (OutputStream out =
        SealedFile.writing(ring, Files.newOutputStream(coming), bound(id, "file"))) {
      return new Received(coming, copy(in, out, most));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(coming);
      throw e;
    }
  }

  /** Makes what came the job's file. */
  void keep(long id, Received received) throws IOException {
    Files.move(received.coming, sealed(id, "file"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static long copy(InputStream in, OutputStream out, long most) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bytes += n;
      if (bytes > most) {
        throw new TooLongException();
      }
      out.write(buffer, 0, n);
    }
    return bytes;
  }

  /** More came than is taken. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** A job's file, open until closed. */
  static final class Opened implements AutoCloseable {
    private final Path inside;
    private final Path file;

    private Opened(Path inside, Path file) {
      this.inside = inside;
      this.file = file;
    }

    /** The file, by the name it was sent with. */
    Path file() {
      return file;
    }

    @Override
    public void close() throws IOException {
      removeWhole(inside);
    }
  }

  Opened open(long id, String name) throws IOException {
    Path inside = Files.createTempDirectory(folder, OPEN + id + "-");
    Path file = inside.resolve(Path.of(name).getFileName());
    try (InputStream in = read(id, "file")) {
      Files.copy(in, file);
    } catch (IOException e) {
      removeWhole(inside);
      throw e;
    }
    return new Opened(inside, file);
  }

  /** What was said about its rows, from the start. */
  OutputStream writeIssues(long id) throws IOException {
    return SealedFile.writing(
        ring, Files.newOutputStream(sealed(id, "issues")), bound(id, "issues"));
  }

  /** What was said about its rows; empty where it was never looked at. */
  InputStream readIssues(long id) throws IOException {
    return Files.exists(sealed(id, "issues")) ? read(id, "issues") : InputStream.nullInputStream();
  }

  void remove(long id) throws IOException {
    for (String what : List.of("file", "issues")) {
      Files.deleteIfExists(sealed(id, what));
    }
  }

  private InputStream read(long id, String what) throws IOException {
    return SealedFile.reading(ring, Files.newInputStream(sealed(id, what)), bound(id, what));
  }

  private Path sealed(long id, String what) {
    return folder.resolve(id + "." + what + ".sealed");
  }

  private static String bound(long id, String what) {
    return "import:" + id + ":" + what;
  }

  private static void removeWhole(Path folder) throws IOException {
    List<Path> inside;
    try (Stream<Path> all = Files.list(folder)) {
      inside = all.toList();
    }
    for (Path each : inside) {
      Files.deleteIfExists(each);
    }
    Files.deleteIfExists(folder);
  }
}
