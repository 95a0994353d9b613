package org.shuangshi.intake.cli;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.intake.database.DatabaseException;
import org.shuangshi.intake.load.AnomalousException;
import org.shuangshi.intake.load.ImportException;

/** One line for people out of whatever went wrong: our own words where we have them. */
final class Failure {

  private Failure() {}

  static String describe(Exception failure, boolean debug) {
    if (failure instanceof DatabaseException known) {
      return line(known.code(), known.getMessage());
    }
    if (failure instanceof FeatureFileException known) {
      return line(known.code(), known.getMessage());
    }
    if (failure instanceof CrsException known) {
      return line(known.code(), known.getMessage());
    }
    if (failure instanceof AnomalousException known) {
      return line(known.code(), known.getMessage() + "（--accept-anomalies）");
    }
    if (failure instanceof ImportException known) {
      return line(known.code(), known.getMessage());
    }
    String hint = debug ? "" : "；加 --debug 查看详情";
    if (failure instanceof SQLException sql) {
      return line(
          "database.failed", "数据库拒绝了这次操作（SQLSTATE " + sql.getSQLState() + "），没有写入任何内容" + hint);
    }
    return line("failed", "程序出错（" + failure.getClass().getSimpleName() + "），没有写入任何内容" + hint);
  }

  private static String line(String code, @Nullable String message) {
    return "错误 [" + code + "] " + (message == null ? "" : message);
  }
}
