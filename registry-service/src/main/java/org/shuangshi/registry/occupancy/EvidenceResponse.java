package org.shuangshi.registry.occupancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Columns;

/**
 * What a state rests on: the newest visit, else the newest thing seen.
 *
 * @param date day of the observation
 * @param source who saw it, or the department or file it came from
 * @param age on the day asked about, by the city's settings
 */
public record EvidenceResponse(
    long id, Kind kind, LocalDate date, String source, Finding finding, Age age) {

  /** 走访, 水电气读数, 合同, 部门数据. */
  public enum Kind {
    VISIT,
    READING,
    CONTRACT,
    FILE
  }

  /** What was found. */
  public enum Finding {
    EMPTY,
    LIVED_IN,
    NO_ANSWER,
    LIKELY_EMPTY,
    NOTED
  }

  /** How old it is. Shown; changes no state. */
  public enum Age {
    FRESH,
    AGEING,
    STALE
  }

  /**
   * Reads evidence_id, evidence_kind, seen_on, evidence_source, finding, age; null where no
   * evidence is.
   */
  public static @Nullable EvidenceResponse of(ResultSet row) throws SQLException {
    Long id = Columns.id(row, "evidence_id");
    if (id == null) {
      return null;
    }
    return new EvidenceResponse(
        id,
        Kind.valueOf(row.getString("evidence_kind")),
        row.getObject("seen_on", LocalDate.class),
        row.getString("evidence_source"),
        Finding.valueOf(row.getString("finding")),
        Age.valueOf(row.getString("age")));
  }
}
