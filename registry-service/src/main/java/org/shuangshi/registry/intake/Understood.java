package org.shuangshi.registry.intake;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.load.Kind;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Why;

/**
 * An order that can be meant.
 *
 * @param fileName without folders
 * @param coordinates how they are to be read
 */
record Understood(
    String fileName,
    Kind kind,
    String source,
    @Nullable String key,
    StatedCoordinates coordinates,
    @Nullable String layer,
    LocalDate from,
    String why) {
  private static final int LONGEST_NAME = 255;

  /**
   * Refused with {@code value.missing}, {@code value.too-long}, {@code kind.unknown}, {@code
   * why.missing} or the code of a coordinate system that cannot be.
   */
  static Understood of(ImportOrder order, LocalDate today) {
    String fileName = word("fileName", "文件名", order.fileName());
    if (fileName == null) {
      throw Refusal.field("fileName", "value.missing", "缺少 fileName：文件名，扩展名说明格式");
    }
    String said = order.kind();
    Kind kind =
        said == null
            ? null
            : Kind.find(said)
                .orElseThrow(() -> Refusal.field("kind", "kind.unknown", "没有“" + said + "”这种内容"));
    if (kind == null) {
      throw Refusal.field("kind", "value.missing", "缺少 kind：文件的内容，例如 buildings");
    }
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String source = word("source", "来源", order.source());
    return new Understood(
        name,
        kind,
        source == null ? withoutEnding(name) : source,
        word("key", "主键列", order.key()),
        new StatedCoordinates(order.crs(), order.control(), order.shift()).understood(),
        word("layer", "图层", order.layer()),
        order.from() == null ? today : order.from(),
        Why.required(order.why(), "请写明为什么导入"));
  }

  private static @Nullable String word(String field, String label, @Nullable String said) {
    if (said == null || said.isBlank()) {
      return null;
    }
    String word = said.strip();
    if (word.length() > LONGEST_NAME || word.chars().anyMatch(c -> c < ' ')) {
      throw Refusal.field(field, "value.too-long", label + "最长 " + LONGEST_NAME + " 个字，不能有控制字符");
    }
    return word;
  }

  private static String withoutEnding(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    int dot = plain.lastIndexOf('.');
    return dot <= 0 ? plain : plain.substring(0, dot);
  }
}
