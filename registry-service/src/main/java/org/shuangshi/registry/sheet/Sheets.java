package org.shuangshi.registry.sheet;

import java.io.IOException;
import java.nio.file.Path;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Begins sheets with the machine's Chinese font. */
@Component
public class Sheets {
  private final String named;

  Sheets(@Value("${registry.sheet-font:}") String named) {
    this.named = named;
  }

  /**
   * Begins a sheet, to be closed. Refused with {@code sheet.no-font} where the machine has no font
   * for it.
   *
   * @param footer on every page, before its number
   */
  public SheetWriter begin(String title, String footer) throws IOException {
    Path font =
        SheetFont.find(named)
            .orElseThrow(
                () ->
                    Refusal.of(
                        Refusal.Kind.NOT_READY,
                        "sheet.no-font",
                        "服务器上没有打印用的中文字体，不能生成 PDF；请安装 fonts-wqy-microhei，或先用 Excel"));
    return new SheetWriter(font, title, footer);
  }
}
