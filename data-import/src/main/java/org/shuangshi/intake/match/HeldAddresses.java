package org.shuangshi.intake.match;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.address.Address;
import org.shuangshi.gis.address.AddressMatcher;
import org.shuangshi.gis.address.Component;
import org.shuangshi.gis.address.Gazetteer;

/** A matcher filled with the addresses of the register that share one of some names, on a day. */
final class HeldAddresses {

  private static final int FETCH = 2000;

  /** A place, EPSG:4490. */
  record Spot(double lon, double lat) {}

  private final MatchSql sql;
  private final boolean ownUnits;
  private final AddressMatcher matcher;
  private final Map<Long, Spot> spots = new HashMap<>();

  private long id;
  private @Nullable Address standing;
  private final List<String> otherwise = new ArrayList<>();

  private HeldAddresses(MatchSql sql, Gazetteer names, boolean ownUnits) {
    this.sql = sql;
    this.ownUnits = ownUnits;
    this.matcher = new AddressMatcher(names);
  }

  /**
   * Fills a matcher.
   *
   * @param ownUnits whether units without an address of their own count, under their id negated, by
   *     that of their building
   */
  static HeldAddresses read(
      MatchSql sql, Gazetteer names, boolean ownUnits, Collection<String> shared, Date day)
      throws SQLException {
    HeldAddresses held = new HeldAddresses(sql, names, ownUnits);
    held.fill(shared.toArray(String[]::new), day);
    return held;
  }

  AddressMatcher matcher() {
    return matcher;
  }

  @Nullable Spot spot(long address) {
    return spots.get(address);
  }

  private void fill(String[] shared, Date day) throws SQLException {
    take("batch", shared, day);
    if (ownUnits) {
      take("batch_own", shared, day);
    }
  }

  private void take(String statement, String[] shared, Date day) throws SQLException {
    try (PreparedStatement query = sql.connection().prepareStatement(MatchSql.named(statement))) {
      query.setFetchSize(FETCH);
      query.setDate(1, day);
      query.setArray(2, sql.connection().createArrayOf("text", shared));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          if (rows.getLong("id") != id) {
            add();
            id = rows.getLong("id");
          }
          version(rows);
        }
      }
    }
    add();
  }

  private void version(ResultSet row) throws SQLException {
    otherwise.addAll(RegisterNames.texts(row.getArray("aliases")));
    if (!row.getBoolean("stands")) {
      otherwise.add(row.getString("text")); // what it was called on other days
      return;
    }
    Map<Component, String> parts = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      String value = row.getString(component.column());
      if (value != null) {
        parts.put(component, value);
      }
    }
    standing = Address.of(parts);
    double lon = row.getDouble("lon");
    if (!row.wasNull()) {
      spots.put(id, new Spot(lon, row.getDouble("lat")));
    }
  }

  /** The address all of whose versions were read; one that does not stand on the day is none. */
  private void add() {
    if (standing != null) {
      matcher.add(id, standing, otherwise);
    }
    standing = null;
    otherwise.clear();
  }
}
