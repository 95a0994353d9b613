package org.shuangshi.intake.coordinate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.Similarity;
import org.shuangshi.gis.crs.doctor.Belief;

/** Keeps with the change record how the coordinates of a file were read. */
public final class KeptReading {

  private KeptReading() {}

  /** In the transaction of the change. */
  public static void write(Connection connection, long change, String file, Finding finding)
      throws SQLException {
    Belief used = finding.used();
    if (used == null) {
      return;
    }
    Similarity shift = used.correction();
    @Nullable Object[] values = {
      finding.accuracyMetres(),
      file,
      used.code(),
      finding.verdict().name(),
      finding.accuracyMetres(),
      used.plane() == null ? null : used.plane().toString(),
      shift == null ? null : shift.dx(),
      shift == null ? null : shift.dy(),
      shift == null ? null : shift.scale(),
      shift == null ? null : shift.rotationRadians(),
      shift == null || finding.fit() == null ? null : finding.fit().used(),
      change
    };
    try (PreparedStatement statement = connection.prepareStatement(KnownPlaces.named("keep"))) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
