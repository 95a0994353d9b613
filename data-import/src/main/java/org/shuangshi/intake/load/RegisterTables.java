package org.shuangshi.intake.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.shuangshi.intake.fact.FactTable;

/** The fact tables of the register, with the columns it works out itself. */
final class RegisterTables {

  private RegisterTables() {}

  static FactTable read(Connection connection, String table) throws SQLException {
    // A grid's community is stated by its code; elsewhere the register works it out.
    Set<String> derived =
        switch (table) {
          case "grid" -> Set.of();
          case "address" -> Set.of("community_id", "road_id", "estate_id");
          case "person" ->
              Set.of("registered_unit_id", "document_hash", "document_tail", "erased_at");
          default -> Set.of("community_id");
        };
    return FactTable.read(connection, table, derived);
  }
}
