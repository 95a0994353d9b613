package org.shuangshi.intake.load;

import java.util.Optional;
import org.shuangshi.gis.code.RegionLevel;

/** A region's level is the length of its code; official lists fill short codes up with zeros. */
final class RegionRow implements RowRule {

  @Override
  public void apply(Row row) {
    String code = row.text("code");
    if (code == null) {
      return;
    }
    String prefix =
        code.matches("[0-9]{6}0{6}")
            ? code.substring(0, 6)
            : code.matches("[0-9]{9}000") ? code.substring(0, 9) : code;
    Optional<RegionLevel> level = RegionLevel.find(prefix);
    if (level.isEmpty()) {
      row.reject("code.form", "区划代码应为 4、6、9 或 12 位数字");
      return;
    }
    row.set("code", prefix);
    row.set("level", level.get().name());
  }
}
