package org.shuangshi.registry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.keyring.TestKeys;

class ImportFolderTest {
  @TempDir Path files;

  private static ByteArrayInputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Test
  void ofTwoFilesThatComeAtOnceTheOneThatIsKeptStays() throws IOException {
    ImportFolder folder = new ImportFolder(TestKeys.ring(), files);
    ImportFolder.Received one = folder.receive(7, text("一"), 100);
    try (ImportFolder.Received other = folder.receive(7, text("另一个"), 100)) {
      folder.keep(7, one);
      assertThat(other.bytes()).isEqualTo(9);
    }
    try (ImportFolder.Opened opened = folder.open(7, "楼.csv")) {
      assertThat(opened.file()).hasContent("一");
    }
    try (Stream<Path> left = Files.list(files.resolve("imports"))) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void nothingIsLeftOfAFileThatIsTooLong() throws IOException {
    ImportFolder folder = new ImportFolder(TestKeys.ring(), files);
    assertThatThrownBy(() -> folder.receive(7, text("长长的"), 5))
        .isInstanceOf(ImportFolder.TooLongException.class);
    try (Stream<Path> left = Files.list(files.resolve("imports"))) {
      assertThat(left).isEmpty();
    }
  }
}
