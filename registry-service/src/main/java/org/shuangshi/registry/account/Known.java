package org.shuangshi.registry.account;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An account that proved who it is, as it is at this moment.
 *
 * @param passing its password was set by somebody else
 * @param enrolled an authenticator was set up
 * @param version of all rights, {@code access.version()}
 */
record Known(
    long account,
    String name,
    String displayName,
    boolean demo,
    boolean passing,
    boolean enrolled,
    long version) {

  static Known of(ResultSet row) throws SQLException {
    return new Known(
        row.getLong("account_id"),
        row.getString("name"),
        row.getString("display_name"),
        row.getBoolean("demo"),
        row.getBoolean("passing"),
        row.getBoolean("enrolled"),
        row.getLong("version"));
  }
}
