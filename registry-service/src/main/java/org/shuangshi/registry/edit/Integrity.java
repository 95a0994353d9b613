package org.shuangshi.registry.edit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * References over time, which foreign keys do not know: what a row points at is there on every day
 * of the row, and what ends has nothing left that points at it.
 */
@Component
class Integrity {
  private static final int SHOWN = 5;

  /**
   * Things that say of a target they have on days it is not there.
   *
   * @param touched condition on x, the pointing row, or y, a row of the target
   */
  private static String loose(ThingKind kind, Field reference, String touched) {
    return "SELECT DISTINCT x.id FROM register."
        + kind.table()
        + " x WHERE upper_inf(x.recorded) AND x."
        + reference.column()
        + " IS NOT NULL AND "
        + touched
        + " AND NOT coalesce((SELECT range_agg(y.valid) @> x.valid FROM register."
        + reference.target()
        + " y WHERE y.id = x."
        + reference.column()
        + " AND upper_inf(y.recorded)), false) ORDER BY 1 LIMIT "
        + (SHOWN + 1);
  }

  void check(Edit edit) throws SQLException {
    OptionalLong change = edit.change();
    if (change.isEmpty()) {
      return;
    }
    Connection connection = edit.transaction().connection();
    List<String> opened = Touched.opened(connection, change.getAsLong());
    List<String> closed = Touched.closed(connection, change.getAsLong());
    for (ThingKind kind : ThingKind.values()) {
      for (Field reference : kind.references()) {
        if (opened.contains(kind.table())) {
          List<String> found =
              ask(connection, loose(kind, reference, "x.opened_by = ?"), change.getAsLong());
          if (!found.isEmpty()) {
            throw Refusal.field(
                "values." + reference.name(),
                "reference.absent",
                kind.label() + "的" + reference.label() + "在这些日期并不存在：" + shown(found));
          }
        }
        if (closed.contains(reference.target())) {
          String touched =
              "x."
                  + reference.column()
                  + " IN (SELECT y.id FROM register."
                  + reference.target()
                  + " y WHERE y.closed_by = ?)";
          List<String> found = ask(connection, loose(kind, reference, touched), change.getAsLong());
          if (!found.isEmpty()) {
            throw Refusal.of(
                Refusal.Kind.CONFLICT,
                "thing.in-use",
                "还有" + kind.label() + "指向它，先处理这些再改：" + shown(found));
          }
        }
      }
    }
  }

  private static List<String> ask(Connection connection, String sql, long change)
      throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, change);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(String.valueOf(row.getLong(1)));
        }
      }
    }
    return found;
  }

  /** Numbers, not names: a refusal may be logged. */
  private static String shown(List<String> found) {
    return found.stream().limit(SHOWN).map(id -> "编号 " + id).collect(Collectors.joining("、"))
        + (found.size() > SHOWN ? " 等" : "");
  }
}
