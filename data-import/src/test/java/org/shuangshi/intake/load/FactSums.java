package org.shuangshi.intake.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a register holds as one text: of every fact table how many rows, and a checksum of what they
 * say of which thing. Numbers that are given out anew by every import (ids, versions, changes), and
 * what is sealed with something random, are left out; of other tables the rows are counted.
 */
public final class FactSums {
  private static final String TABLES =
      "SELECT c.relname, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid"
          + " AND a.attname = 'recorded') AND to_regclass('identity.' || quote_ident(c.relname)) IS NOT NULL,"
          + " (SELECT string_agg(quote_literal(a.attname), ',') FROM pg_attribute a WHERE a.attrelid = c.oid"
          + " AND a.attnum > 0 AND (a.attname LIKE '%id' OR a.attname IN ('version', 'recorded', 'opened_by',"
          + " 'closed_by', 'document_number', 'document_hash', 'phone')))"
          + " FROM pg_class c WHERE c.relnamespace = 'register'::regnamespace AND c.relkind IN ('r', 'p')"
          + " AND c.relname <> 'flyway_schema_history' ORDER BY c.relname";

  private FactSums() {}

  /** A line a table. */
  public static String of(Connection connection) throws SQLException {
    StringBuilder sums = new StringBuilder();
    for (String[] table : tables(connection)) {
      String name = table[0];
      String sum =
          table[1].equals("t")
              ? "SELECT count(*) || ' ' || coalesce(md5(string_agg(i.source || '/' || i.key || (to_jsonb(t) - ARRAY["
                  + table[2]
                  + "])::text, '|' ORDER BY i.source, i.key, lower(t.valid), t.version)), '') FROM register."
                  + name
                  + " t JOIN identity."
                  + name
                  + " i USING (id)"
              : "SELECT count(*) FROM register." + name;
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(sum)) {
        row.next();
        sums.append(name).append(' ').append(row.getString(1)).append('\n');
      }
    }
    return sums.toString();
  }

  private static List<String[]> tables(Connection connection) throws SQLException {
    List<String[]> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        tables.add(
            new String[] {row.getString(1), row.getString(2), String.valueOf(row.getString(3))});
      }
    }
    return tables;
  }
}
