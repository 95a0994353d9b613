package org.shuangshi.gis.feature;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * What a file holds, for a person to choose from.
 *
 * @param layers in the file's order
 */
public record Inspection(FileKind kind, List<Layer> layers) {

  public Inspection {
    layers = List.copyOf(layers);
  }

  /**
   * One layer or sheet, looked through from its first row to its last.
   *
   * @param schema its columns, the system it names, how its texts are encoded; null where it could
   *     not be opened at all
   * @param rows how many were read
   * @param extent of all coordinates, in the file's own system; null where there are none
   * @param faults how many rows have which fault, by its code
   * @param sample the first rows
   * @param places inside points of up to 2,000 rows from all over the layer, in the file's own
   *     system: what tells its true system ({@code org.shuangshi.gis.crs.doctor})
   * @param notices what its reader had to decide or leave out
   * @param failure why it cannot be read, or not to its end; null where it can
   */
  public record Layer(
      String name,
      @Nullable FeatureSchema schema,
      long rows,
      @Nullable Envelope extent,
      Map<String, Long> faults,
      List<Feature> sample,
      List<Coordinate> places,
      List<Notice> notices,
      @Nullable FeatureFileException failure) {

    public Layer {
      faults = Map.copyOf(faults);
      sample = List.copyOf(sample);
      places = List.copyOf(places);
      notices = List.copyOf(notices);
    }
  }
}
