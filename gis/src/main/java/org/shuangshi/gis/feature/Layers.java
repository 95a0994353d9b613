package org.shuangshi.gis.feature;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Choosing one of the layers or sheets of a file. */
final class Layers {

  private Layers() {}

  /**
   * The one with this name, or the only one.
   *
   * @param what 图层 or 工作表
   */
  static <T> T choose(
      Path file, String what, List<T> layers, Function<T, String> name, @Nullable String wanted)
      throws FeatureFileException {
    if (layers.isEmpty()) {
      throw new FeatureFileException("file.empty", "文件 " + file.getFileName() + " 中没有" + what);
    }
    String listed =
        layers.stream().map(name).map(n -> "“" + n + "”").collect(Collectors.joining("、"));
    if (wanted == null) {
      if (layers.size() > 1) {
        throw new FeatureFileException(
            "file.layer-ambiguous",
            "文件 "
                + file.getFileName()
                + " 有 "
                + layers.size()
                + " 个"
                + what
                + "，请指明要读哪一个："
                + listed);
      }
      return layers.get(0);
    }
    for (T layer : layers) {
      if (name.apply(layer).equals(wanted)) {
        return layer;
      }
    }
    throw new FeatureFileException(
        "file.layer-unknown",
        "文件 " + file.getFileName() + " 没有名为“" + wanted + "”的" + what + "，现有：" + listed);
  }
}
