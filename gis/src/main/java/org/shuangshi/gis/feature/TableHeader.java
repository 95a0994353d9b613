package org.shuangshi.gis.feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first line of a table: the names of its columns. */
final class TableHeader {

  private TableHeader() {}

  /**
   * The names, blanks around them removed. Columns without a name at the end are dropped, as Excel
   * leaves them behind; one in the middle is called 列 and its number.
   */
  static List<String> names(InputFile file, List<? extends @Nullable String> cells)
      throws FeatureFileException {
    List<String> names = new ArrayList<>();
    for (String cell : cells) {
      String name = cell == null ? "" : cell.strip();
      names.add(name);
    }
    while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
      names.remove(names.size() - 1);
    }
    if (names.isEmpty()) {
      throw new FeatureFileException(
          "file.empty", "文件 " + file.path().getFileName() + " 的第一行没有列名，请在第一行写明各列名称");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        names.set(i, "列" + (i + 1));
      }
      if (!seen.add(names.get(i))) {
        throw new FeatureFileException(
            "file.header",
            "文件 " + file.path().getFileName() + " 有两列都叫“" + names.get(i) + "”，请改名或删除其中一列");
      }
    }
    return names;
  }
}
