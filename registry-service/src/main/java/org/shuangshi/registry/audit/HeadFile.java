package org.shuangshi.registry.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file outside the database that says how far the chain had come, one head a line: {@code 4711
 * <MAC, hex> 2026-01-31T12:00:00Z <which log>}. Lines are added and never altered; what was cut off
 * the end of the log shows against the last of them.
 */
final class HeadFile {
  private static final int WORDS = 4;

  private final @Nullable Path file;

  /**
   * A head of a chain.
   *
   * @param chain which log
   */
  record Head(long number, String mac, Instant at, String chain) {}

  /**
   * The file.
   *
   * @param name what REGISTRY_AUDIT_HEAD says; blank: there is none
   */
  HeadFile(String name) {
    this.file = name.isBlank() ? null : Path.of(name);
  }

  boolean isNamed() {
    return file != null;
  }

  /** Adds a line and waits until it is on the disk. */
  void add(Head head) throws IOException {
    Path named = required();
    String line = "%d %s %s %s\n".formatted(head.number(), head.mac(), head.at(), head.chain());
    try (FileChannel channel =
        FileChannel.open(
            named, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = channel.size();
      if (end > 0 && !endsLine(channel, end)) { // the one before was not written whole
        line = "\n" + line;
      }
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
      channel.position(end);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** All heads, in the order they were written; none where there is no file. */
  List<Head> read() throws IOException {
    if (file == null || !Files.exists(file)) {
      return List.of();
    }
    List<Head> heads = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      Head head = head(line);
      if (head != null) {
        heads.add(head);
      }
    }
    return heads;
  }

  private Path required() {
    if (file == null) {
      throw new IllegalStateException("no file of heads is named");
    }
    return file;
  }

  private static boolean endsLine(FileChannel channel, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, end - 1);
    return last.get(0) == '\n';
  }

  /** A line that was not written whole says nothing. */
  private static @Nullable Head head(String line) {
    String[] words = line.strip().split(" ");
    if (words.length != WORDS) {
      return null;
    }
    try {
      return new Head(Long.parseLong(words[0]), words[1], Instant.parse(words[2]), words[3]);
    } catch (NumberFormatException | DateTimeParseException e) {
      return null;
    }
  }
}
