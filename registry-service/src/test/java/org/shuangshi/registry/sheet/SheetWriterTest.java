package org.shuangshi.registry.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.refusal.Refusal;

/** What is written can be read again from the file, page by page. */
class SheetWriterTest {
  private static final int ROWS = 300;
  private static final int SMALL = 200_000;

  @BeforeAll
  static void withAFont() {
    assumeTrue(SheetFont.find("").isPresent(), "fonts-wqy-microhei");
  }

  @Test
  void aLongTableRepeatsItsHeadAndLosesNoRow() throws IOException {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(Arrays.asList("第" + i + "行", i % 7 == 0 ? null : "滨江街道文化路" + i + "号"));
    }
    byte[] bytes;
    try (SheetWriter sheet = new Sheets("").begin("长表", "脚注")) {
      sheet.heading("地址");
      sheet.table(List.of(SheetColumn.text("名", 1), SheetColumn.number("地址", 3)), rows);
      bytes = sheet.finish();
    }
    assertThat(bytes.length).as("bytes: only the characters shown").isLessThan(SMALL);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(5);
      PDFTextStripper stripper = new PDFTextStripper();
      String all = stripper.getText(document);
      for (int i = 0; i < ROWS; i++) {
        assertThat(all).contains("第" + i + "行");
        assertThat(all.contains("文化路" + i + "号")).as("address %d", i).isEqualTo(i % 7 != 0);
      }
      for (int page = 1; page <= pages; page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(stripper.getText(document))
            .as("page %d", page)
            .contains("名", "脚注", "第 " + page + " 页，共 " + pages + " 页");
      }
    }
  }

  @Test
  void whatIsTooWideGoesOnBelowAndWhatTheFontHasNotShows() throws IOException {
    String longName = "很长的名称".repeat(40);
    byte[] bytes;
    try (SheetWriter sheet = new Sheets("").begin("窄", "")) {
      sheet.table(
          List.of(SheetColumn.text("一", 1), SheetColumn.text("二", 9)),
          List.of(Arrays.asList(longName, "张\uD883\uDEDF\t三\n四")));
      bytes = sheet.finish();
    }
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text.replaceAll("\\s", "")).contains("张〓三四");
      assertThat(text.chars().filter(c -> c == '名').count()).isEqualTo(40);
    }
  }

  @Test
  void withoutAFontItIsRefused() {
    assertThatThrownBy(() -> new Sheets("/nowhere/font.ttc").begin("无", ""))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.code()).isEqualTo("sheet.no-font"));
  }
}
