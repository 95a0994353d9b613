package org.shuangshi.intake.load;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a transaction wrote with what was believed before it: the rows it closed, and for
 * occupancy, a cache without versions, what was kept of it before it was derived anew. Places are
 * those of before.
 *
 * <p>Compared is one day, today or the first day the batch speaks of where that is to come, and for
 * the end of things all days from it on: what a file ends next month is seen today.
 */
final class Anomalies {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final Connection connection;
  private final LocalDate day;
  private final Map<String, Double> limits = new HashMap<>();
  private final List<Anomaly> found = new ArrayList<>();

  Anomalies(Connection connection, LocalDate from) throws SQLException {
    this.connection = connection;
    LocalDate today = LocalDate.now(SHANGHAI);
    this.day = from.isAfter(today) ? from : today;
    new LoadSql(connection)
        .query(
            "SELECT name, value FROM register.setting WHERE name LIKE 'import.%'",
            row -> limits.put(row.getString(1), Double.valueOf(row.getString(2))));
  }

  /** One place, and how much of how many was touched there. */
  private record Place(String code, String name, double figure, long of) {}

  List<Anomaly> found() {
    return List.copyOf(found);
  }

  /** Keeps who lived where, of the units touched; before occupancy is derived anew. */
  void keepOccupied() throws SQLException {
    execute("occupied_before", null);
    new LoadSql(connection).run("ANALYZE was_occupied");
  }

  /** Grids whose units lost their occupants; after occupancy, before the links to grids follow. */
  void vacated() throws SQLException {
    double limit = limit("import.vacated_percent");
    for (Place each : ask("vacated", null)) {
      double percent = 100 * each.figure() / each.of();
      if (percent > limit && each.of() >= limit("import.vacated_least_units")) {
        add(
            "anomaly.units-vacated",
            each,
            percent,
            limit,
            String.format(
                Locale.ROOT,
                "%s：%d 户在用户室中有 %.0f 户将不再有人使用（%.0f%%，超过 %s%%）",
                shown(each, "网格以外"),
                each.of(),
                each.figure(),
                percent,
                plain(limit)));
      }
    }
    new LoadSql(connection).drop("was_occupied");
  }

  /** Streets and communities whose buildings moved, ended or serve another use now. */
  void buildings(long change) throws SQLException {
    double metres = limit("import.moved_metres");
    for (Place each : ask("moved_far", change)) {
      if (each.figure() > metres && each.of() >= limit("import.moved_least_buildings")) {
        add(
            "anomaly.buildings-moved",
            each,
            each.figure(),
            metres,
            String.format(
                Locale.ROOT,
                "%s：%d 栋建筑物的位置将改变，移动距离的中位数为 %.0f 米（超过 %s 米），请核对坐标系",
                shown(each, "街道以外"),
                each.of(),
                each.figure(),
                plain(metres)));
      }
    }
    double limit = limit("import.altered_percent");
    for (Place each : ask("altered", change)) {
      double percent = 100 * each.figure() / each.of();
      if (percent > limit && each.of() >= limit("import.altered_least_buildings")) {
        add(
            "anomaly.buildings-altered",
            each,
            percent,
            limit,
            String.format(
                Locale.ROOT,
                "%s：%d 栋建筑物中有 %.0f 栋将终止或改变用途（%.0f%%，超过 %s%%）",
                shown(each, "社区以外"),
                each.of(),
                each.figure(),
                percent,
                plain(limit)));
      }
    }
  }

  private void add(String code, Place place, double figure, double limit, String message) {
    found.add(new Anomaly(code, place.code(), place.name(), figure, limit, message));
  }

  private double limit(String setting) {
    Double value = limits.get(setting);
    if (value == null) {
      throw new IllegalStateException("no setting " + setting);
    }
    return value;
  }

  private static String shown(Place place, String outside) {
    return place.name().isEmpty() ? outside : place.name() + " " + place.code();
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private void execute(String name, @Nullable Long change) throws SQLException {
    try (PreparedStatement statement = prepared(name, change)) {
      statement.execute();
    }
  }

  private List<Place> ask(String name, @Nullable Long change) throws SQLException {
    List<Place> places = new ArrayList<>();
    try (PreparedStatement statement = prepared(name, change);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        places.add(
            new Place(
                row.getString("code"),
                row.getString("name"),
                row.getDouble("figure"),
                row.getLong("of_all")));
      }
    }
    return places;
  }

  /** Every parameter of these statements is the day or the change, told apart by its type. */
  private PreparedStatement prepared(String name, @Nullable Long change) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(LoadSql.named(name));
    ParameterMetaData parameters = statement.getParameterMetaData();
    for (int i = 1; i <= parameters.getParameterCount(); i++) {
      if (parameters.getParameterClassName(i).equals(Date.class.getName())) {
        statement.setObject(i, day);
      } else if (change != null) {
        statement.setLong(i, change);
      } else {
        throw new IllegalStateException(name + " wants the change");
      }
    }
    return statement;
  }
}
