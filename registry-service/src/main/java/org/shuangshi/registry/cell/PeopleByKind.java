package org.shuangshi.registry.cell;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Persons by kind: 户籍, 人户分离, 流动, 境外, and such whose kind cannot be told. */
public record PeopleByKind(
    @JsonProperty("REGISTERED") long registered,
    @JsonProperty("SEPARATED") long separated,
    @JsonProperty("FLOATING") long floating,
    @JsonProperty("OVERSEAS") long overseas,
    @JsonProperty("UNKNOWN") long unknown) {

  /** Reads the columns registered, separated, floating, overseas, unknown. */
  public static PeopleByKind of(ResultSet row) throws SQLException {
    return new PeopleByKind(
        row.getLong("registered"),
        row.getLong("separated"),
        row.getLong("floating"),
        row.getLong("overseas"),
        row.getLong("unknown"));
  }

  long total() {
    return registered + separated + floating + overseas + unknown;
  }
}
