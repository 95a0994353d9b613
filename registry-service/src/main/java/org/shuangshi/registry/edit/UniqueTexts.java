package org.shuangshi.registry.edit;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * The official text of an address is unique in the city on every day. Files may bring the same text
 * twice, with a warning; hands may not.
 */
@Component
class UniqueTexts {
  private static final String TWICE = Sql.of("edit/text_twice.sql");

  /** Any number would do; no other lock of the register uses it. */
  private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(91570133093962)";

  /** Once all was written; held until the end, so that two hands cannot give the same text. */
  void check(Edit edit) throws SQLException {
    if (edit.change().isEmpty()) {
      return;
    }
    long change = edit.change().getAsLong();
    if (!Touched.opened(edit.transaction().connection(), change).contains("address")) {
      return;
    }
    try (var statement = edit.transaction().connection().createStatement()) {
      statement.execute(ONE_AT_A_TIME);
    }
    List<Long> twice = edit.find(TWICE, Map.of("change", change));
    if (!twice.isEmpty()) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT,
          "address.text-taken",
          "已有同样的标准地址，编号 " + twice.get(0) + "；标准地址全市唯一");
    }
  }
}
