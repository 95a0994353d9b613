package org.shuangshi.registry.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.shuangshi.gis.feature.FeatureWriter;
import org.shuangshi.gis.feature.Field;
import org.shuangshi.registry.area.AreaRepository;
import org.shuangshi.registry.area.AreaStatement;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.request.When;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Streams a layer from a cursor into a file: one row in memory at a time. */
@Repository
class ExportRepository {
  private static final int ROWS_A_FETCH = 1000;
  private static final String NO_TIME_LIMIT = Sql.of("export/no_time_limit.sql");

  private final NamedParameterJdbcTemplate cursor;
  private final AreaRepository areas;
  private final Map<ExportLayer, AreaStatement> ofBuildings = new EnumMap<>(ExportLayer.class);
  private final Map<ExportLayer, String> ofPlaces = new EnumMap<>(ExportLayer.class);

  ExportRepository(DataSource source, AreaRepository areas) {
    JdbcTemplate template = new JdbcTemplate(source);
    template.setFetchSize(ROWS_A_FETCH);
    this.cursor = new NamedParameterJdbcTemplate(template);
    this.areas = areas;
    for (ExportLayer layer : ExportLayer.values()) {
      String file = "export/" + layer.word() + ".sql";
      if (layer.ofBuildings()) {
        ofBuildings.put(layer, AreaStatement.of(file));
      } else {
        ofPlaces.put(layer, Sql.of(file));
      }
    }
  }

  /**
   * Writes every row of the order. All are of one snapshot: the cursor lives in one transaction.
   *
   * @param written told the number of rows so far
   * @throws UncheckedIOException where the file cannot be written
   */
  @Transactional(readOnly = true)
  public void write(ExportOrder order, FeatureWriter file, LongConsumer written) {
    cursor.getJdbcOperations().execute(NO_TIME_LIMIT);
    WKBReader wkb = new WKBReader();
    List<Field> fields = order.schema().fields();
    long[] rows = {0};
    cursor.query(
        statement(order),
        parameters(order),
        row -> {
          try {
            file.write(geometry(row, order, wkb), values(row, fields));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          written.accept(++rows[0]);
        });
  }

  private String statement(ExportOrder order) {
    AreaStatement buildings = ofBuildings.get(order.layer());
    return buildings == null
        ? String.valueOf(ofPlaces.get(order.layer()))
        : buildings.text(order.area(), When.of(order.asOf()));
  }

  private MapSqlParameterSource parameters(ExportOrder order) {
    if (order.layer().ofBuildings()) {
      return AreaStatement.parameters(order.area(), When.of(order.asOf()))
          .addValue("states", order.states().stream().map(Enum::name).toArray(String[]::new));
    }
    return new MapSqlParameterSource("asOf", order.asOf())
        .addValue("shape", AreaStatement.value(areas.shape(order.area(), order.asOf())));
  }

  private static @Nullable Geometry geometry(ResultSet row, ExportOrder order, WKBReader wkb)
      throws SQLException {
    byte[] bytes = row.getBytes("geom");
    if (bytes == null) {
      return null;
    }
    try {
      return order.transform().apply(wkb.read(bytes));
    } catch (ParseException e) {
      throw new SQLException("geometry that is no WKB", e);
    }
  }

  private static List<@Nullable Object> values(ResultSet row, List<Field> fields)
      throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(fields.size());
    for (Field field : fields) {
      values.add(
          switch (field.type()) {
            case TEXT -> row.getString(field.name());
            case INTEGER -> orNull(row, row.getLong(field.name()));
            case REAL -> orNull(row, row.getDouble(field.name()));
            case BOOLEAN -> orNull(row, row.getBoolean(field.name()));
            case DATE -> row.getObject(field.name(), java.time.LocalDate.class);
          });
    }
    return values;
  }

  private static @Nullable Object orNull(ResultSet row, Object value) throws SQLException {
    return row.wasNull() ? null : value;
  }
}
