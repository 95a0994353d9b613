package org.shuangshi.gis.feature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.Crs;

/**
 * The shape of a layer.
 *
 * @param layer name of the layer; for one-layer formats the file name without its extension
 * @param crs the system its coordinates are in, always read as east/north (lon, lat); null where
 *     the file does not say
 * @param encoding of the texts, where it had to be found out; null where the format fixes it
 * @param notices what the reader had to decide or leave out before the first row
 */
public record FeatureSchema(
    String layer,
    List<Field> fields,
    GeometryType geometryType,
    @Nullable Crs crs,
    @Nullable TextGuess encoding,
    List<Notice> notices) {

  public FeatureSchema {
    fields = List.copyOf(fields);
    notices = List.copyOf(notices);
  }

  public FeatureSchema(
      String layer, List<Field> fields, GeometryType geometryType, @Nullable Crs crs) {
    this(layer, fields, geometryType, crs, null, List.of());
  }

  /** With what was found of its encoding, told in a notice unless it is UTF-8 beyond doubt. */
  FeatureSchema readAs(TextGuess guess) {
    List<Notice> all = new ArrayList<>(notices);
    if (!guess.charset().equals(StandardCharsets.UTF_8) || !guess.certain()) {
      all.add(
          new Notice(
              "encoding.guessed",
              "文字按 " + TextEncoding.label(guess.charset()) + " 读取：" + guess.reason()));
    }
    return new FeatureSchema(layer, fields, geometryType, crs, guess, all);
  }

  /** Position of the column with exactly this name, or -1. */
  public int indexOf(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }
}
