package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** GDAL as the second opinion on our files; tests that ask it are skipped where it is absent. */
final class Gdal {

  private Gdal() {}

  static void assumeInstalled() {
    String path = String.valueOf(System.getenv("PATH"));
    boolean installed =
        Stream.of(path.split(File.pathSeparator, -1))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "ogr2ogr")));
    assumeTrue(installed, "ogr2ogr is not installed");
  }

  /** Runs a command of GDAL and gives what it printed, errors and warnings included. */
  static String run(Path directory, String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(directory, "gdal", ".txt");
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exit = process.waitFor();
    // texts of a file without a code page come out as the bytes they are
    String printed = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    assertThat(exit).as(printed).isZero();
    return printed;
  }
}
