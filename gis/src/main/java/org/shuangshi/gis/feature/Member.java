package org.shuangshi.gis.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** One part of what was handed in: a file of a folder or a member of a zip. */
interface Member {

  /** With the folders it lies in, separated by slashes. */
  String name();

  /** Bytes, unpacked. */
  long size();

  InputStream open() throws IOException;

  /** The last part of the name. */
  default String fileName() {
    return name().substring(name().lastIndexOf('/') + 1);
  }

  /** The bytes in a file of their own, for reading out of order; the caller deletes it. */
  default Path copy() throws IOException {
    Path copy = Files.createTempFile("shuangshi-", ".part");
    try (InputStream in = open()) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  /** A file of its own. */
  record OnDisk(String name, Path path, long size) implements Member {
    static OnDisk of(String name, Path path) throws IOException {
      return new OnDisk(name, path, Files.size(path));
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }
}
