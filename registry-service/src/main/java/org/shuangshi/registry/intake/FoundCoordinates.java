package org.shuangshi.registry.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.Similarity;
import org.shuangshi.gis.crs.SimilarityFit;
import org.shuangshi.gis.crs.doctor.Diagnosis.Reason;
import org.shuangshi.gis.crs.doctor.Verdict;
import org.shuangshi.intake.coordinate.Finding;
import org.shuangshi.intake.coordinate.Finding.Move;

/**
 * What is believed of the coordinates of a file.
 *
 * @param reading how they are read, as orders say it; null where no reading is believed
 * @param label the same for people
 * @param why in order, Chinese
 * @param accuracyMetres how far places come to lie from where they are, as far as could be compared
 * @param doubt why it waits for a yes
 * @param others to choose from, the best first
 * @param fit what four parameters leave over
 * @param places some of the file's places before and after, and the register's, GeoJSON, EPSG:4490
 */
record FoundCoordinates(
    Verdict verdict,
    @Nullable String reading,
    @Nullable String label,
    List<ReadingReason> why,
    @Nullable Double accuracyMetres,
    @Nullable ReadingReason doubt,
    List<OtherReading> others,
    @Nullable FourParameters fit,
    FilePlaces places) {

  /** Residuals are told one by one of control points, not of hundreds of buildings. */
  private static final int MOST_RESIDUALS = 50;

  /**
   * What speaks for or against a reading.
   *
   * @param code stable, for programs
   * @param message for people, in Chinese
   */
  record ReadingReason(String code, String message) {
    static ReadingReason of(Reason reason) {
      return new ReadingReason(reason.code(), reason.message());
    }
  }

  /**
   * A reading to choose.
   *
   * @param code as orders say it
   * @param label for people, in Chinese
   * @param offMetres by how much most of its things are off the register's; null where none matched
   * @param matched places of the file that have one of the register's there
   * @param compared of so many
   */
  record OtherReading(
      String code, String label, @Nullable Double offMetres, int matched, int compared) {
    static OtherReading of(Finding.Choice choice) {
      return new OtherReading(
          choice.code(), choice.label(), choice.offMetres(), choice.matched(), choice.compared());
    }
  }

  /**
   * Four parameters.
   *
   * @param used pairs they rest on
   * @param left pairs left out as outliers
   * @param dx metres east
   * @param dy metres north
   * @param rotationSeconds of arc, counter-clockwise
   * @param scalePpm millionths
   * @param residualsMetres of each pair in order, where they are few
   */
  record FourParameters(
      int used,
      int left,
      double rmsMetres,
      double worstMetres,
      double dx,
      double dy,
      double rotationSeconds,
      double scalePpm,
      List<Double> residualsMetres) {

    static @Nullable FourParameters of(@Nullable SimilarityFit fit) {
      if (fit == null) {
        return null;
      }
      Similarity parameters = fit.parameters();
      return new FourParameters(
          fit.used(),
          fit.outlier().size() - fit.used(),
          fit.rmsMetres(),
          fit.worstMetres(),
          parameters.dx(),
          parameters.dy(),
          parameters.rotationSeconds(),
          parameters.scalePpm(),
          fit.residualsMetres().size() > MOST_RESIDUALS ? List.of() : fit.residualsMetres());
    }
  }

  /** A GeoJSON FeatureCollection. */
  record FilePlaces(
      @Schema(allowableValues = "FeatureCollection") String type, List<FilePlace> features) {}

  /**
   * A line from where the file's word has a place to where it is read; a point where one of them is
   * no place in China, told by {@code at}.
   */
  record FilePlace(
      @Schema(allowableValues = "Feature") String type,
      PlaceShape geometry,
      PlaceProperties properties) {}

  /**
   * GeoJSON.
   *
   * @param coordinates lon, lat of a point; two of them of a line
   */
  record PlaceShape(
      @Schema(allowableValues = {"Point", "LineString"}) String type,
      @Schema(types = "array") Object coordinates) {}

  /**
   * What is shown of a place.
   *
   * @param at MOVED, BEFORE, AFTER; REGISTER: not the file's, but what the register has about there
   */
  record PlaceProperties(
      @Schema(allowableValues = {"MOVED", "BEFORE", "AFTER", "REGISTER"}) String at) {}

  static FoundCoordinates of(Finding finding) {
    return new FoundCoordinates(
        finding.verdict(),
        finding.used() == null ? null : finding.used().code(),
        finding.used() == null ? null : finding.used().label(),
        finding.reasons().stream().map(ReadingReason::of).toList(),
        finding.accuracyMetres(),
        finding.doubt() == null ? null : ReadingReason.of(finding.doubt()),
        finding.others().stream().map(OtherReading::of).toList(),
        FourParameters.of(finding.fit()),
        new FilePlaces(
            "FeatureCollection",
            Stream.concat(
                    finding.moves().stream().flatMap(FoundCoordinates::place),
                    finding.near().stream().map(each -> point("REGISTER", each.x, each.y)))
                .toList()));
  }

  private static Stream<FilePlace> place(Move move) {
    Double west = move.fromLon();
    Double south = move.fromLat();
    Double lon = move.toLon();
    Double lat = move.toLat();
    if (west != null && south != null && lon != null && lat != null) {
      List<List<Double>> ends = List.of(List.of(west, south), List.of(lon, lat));
      return Stream.of(place("MOVED", new PlaceShape("LineString", ends)));
    }
    if (west != null && south != null) {
      return Stream.of(point("BEFORE", west, south));
    }
    return lon == null || lat == null ? Stream.empty() : Stream.of(point("AFTER", lon, lat));
  }

  private static FilePlace point(String at, double lon, double lat) {
    return place(at, new PlaceShape("Point", List.of(lon, lat)));
  }

  private static FilePlace place(String at, PlaceShape shape) {
    return new FilePlace("Feature", shape, new PlaceProperties(at));
  }
}
