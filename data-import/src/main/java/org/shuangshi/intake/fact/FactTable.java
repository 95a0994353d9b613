package org.shuangshi.intake.fact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A versioned table of schema register: its name and attribute columns, without the columns all
 * facts share and without those the database generates.
 */
public record FactTable(String name, List<FactColumn> columns) {

  private static final Set<String> SHARED =
      Set.of("version", "id", "valid", "recorded", "opened_by", "closed_by");

  public FactTable {
    columns = List.copyOf(columns);
  }

  /**
   * Reads the table's columns from the catalog.
   *
   * @param derived columns the register works out itself
   * @throws IllegalArgumentException where there is no such table
   */
  public static FactTable read(Connection connection, String name, Set<String> derived)
      throws SQLException {
    List<FactColumn> columns = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
                + " WHERE attrelid = to_regclass('register.' || quote_ident(?))"
                + " AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String column = rows.getString(1);
          if (!SHARED.contains(column)) {
            columns.add(new FactColumn(column, rows.getString(2), derived.contains(column)));
          }
        }
      }
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("no fact table " + name);
    }
    return new FactTable(name, columns);
  }

  /** The type of a column, as the catalog writes it. */
  public String type(String column) {
    return columns.stream()
        .filter(each -> each.name().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + column))
        .type();
  }

  /** Columns the register works out itself. */
  public Set<String> derived() {
    return columns.stream()
        .filter(FactColumn::derived)
        .map(FactColumn::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the table has an attribute of this name. */
  public boolean has(String column) {
    return columns.stream().anyMatch(each -> each.name().equals(column));
  }
}
