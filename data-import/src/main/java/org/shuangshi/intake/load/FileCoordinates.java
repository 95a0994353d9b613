package org.shuangshi.intake.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.doctor.Belief;
import org.shuangshi.gis.crs.doctor.Verdict;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.GeometryType;
import org.shuangshi.intake.coordinate.CheckedFile;
import org.shuangshi.intake.coordinate.CoordinateCheck;
import org.shuangshi.intake.coordinate.CoordinateException;
import org.shuangshi.intake.coordinate.Finding;
import org.shuangshi.intake.coordinate.KeptReading;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.ImportSummary.FileSummary;

/** Has the coordinates of a file of rows with geometry examined, and says what came of it. */
final class FileCoordinates {

  private final ImportRequest request;
  private final SourceFile file;
  private final Issues issues;

  FileCoordinates(ImportRequest request, SourceFile file, Issues issues) {
    this.request = request;
    this.file = file;
    this.issues = issues;
  }

  /** Null where neither kind nor file has a geometry. */
  @Nullable Finding examine(Connection connection, Opening opening)
      throws SQLException, FeatureFileException, CrsException, ImportException {
    GeometryColumn wanted = file.kind().geometry();
    if (wanted == null) {
      return null;
    }
    FeatureSchema schema = opening.reader().schema();
    if (schema.geometryType() == GeometryType.NONE) {
      missing(wanted, opening.proposedPlaces());
      return null;
    }
    boolean table = FeatureFiles.kind(file.file()).isTable();
    try {
      Finding finding =
          new CoordinateCheck(connection, file.kind().table())
              .examine(
                  new CheckedFile(file.file(), opening.options(), schema.crs(), table),
                  request.coordinates());
      tell(finding, schema.crs(), table);
      return finding;
    } catch (CoordinateException e) {
      throw new CoordinatesRefusedException(e);
    }
  }

  private void missing(GeometryColumn wanted, String proposed) throws ImportException {
    if (wanted.required()) {
      throw new ImportException(
          "geometry.no-column",
          file.kind().label()
              + "需要几何图形，文件里没有（表格可用 lon、lat 或 wkt 列，或指定别的列）"
              + (proposed.isEmpty() ? "" : "；可能是 " + proposed));
    }
    if (!proposed.isEmpty()) {
      say(Severity.NOTICE, "column.place-unused", "可能是坐标或图形的列没有用上：" + proposed + "；要用请指定");
    }
  }

  private void tell(Finding finding, @Nullable Crs declared, boolean table) {
    Belief used = finding.used();
    Belief stated = request.coordinates().reading();
    if (used == null) {
      return;
    }
    if (stated != null && declared != null && !declared.equals(stated.crs())) {
      say(
          Severity.NOTICE,
          "crs.overridden",
          "文件自称 " + declared.label() + "，按所指明的当作 " + used.label());
    }
    if (used.correction() != null) {
      say(Severity.WARNING, "crs.fitted", used.label() + "：" + finding.why());
    } else if (stated == null
        && declared == null
        && used.equals(Belief.of(Crs.CGCS2000, false, null))
        && table) {
      say(Severity.NOTICE, "crs.assumed", "表格没有写明坐标系，经纬度当作 " + Crs.CGCS2000.label());
    } else if (stated == null && finding.verdict() == Verdict.FOUND) {
      say(declared == null ? Severity.NOTICE : Severity.WARNING, "crs.found", finding.why());
    }
  }

  private void say(Severity severity, String code, String message) {
    issues.add(Issue.ofFile(severity, code, message));
  }

  /** Keeps how the files were read with the change they were written under. */
  static void keep(Connection connection, long change, List<FileSummary> files)
      throws SQLException {
    for (FileSummary each : files) {
      Finding finding = each.coordinates();
      if (finding != null) {
        KeptReading.write(connection, change, each.file(), finding);
      }
    }
  }

  /** What of the files read waits for a yes. */
  static List<Anomaly> doubts(List<FileSummary> files) {
    List<Anomaly> doubts = new ArrayList<>();
    for (FileSummary each : files) {
      Finding finding = each.coordinates();
      if (finding != null && finding.doubt() != null) {
        doubts.add(
            new Anomaly(
                finding.doubt().code(),
                "",
                "",
                0,
                0,
                each.file() + " " + finding.doubt().message()));
      }
    }
    return doubts;
  }
}
