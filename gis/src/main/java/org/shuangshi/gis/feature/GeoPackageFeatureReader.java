package org.shuangshi.gis.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.geometry.Fault;
import org.sqlite.SQLiteConfig;

/**
 * One layer of a GeoPackage, opened read-only. The primary key is a column unless it has one of the
 * names programs make up for it ({@code fid}, {@code ogc_fid}); columns of bytes are left out.
 */
final class GeoPackageFeatureReader implements FeatureReader {

  private final Path path;
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private final FeatureSchema schema;
  private final boolean hasGeometry;
  private final long total;
  private final GeoPackageGeometry geometry = new GeoPackageGeometry();
  private long row;

  private GeoPackageFeatureReader(Path path, Connection connection, GeoPackageLayer layer)
      throws SQLException {
    this.path = path;
    this.connection = connection;
    this.hasGeometry = layer.geometryColumn() != null;
    List<Field> fields = GeoPackageColumns.of(connection, layer);
    this.schema = new FeatureSchema(layer.table(), fields, layer.geometryType(), layer.crs());
    String table = GeoPackageLayer.quoted(layer.table());
    this.statement = connection.createStatement();
    try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
      count.next();
      this.total = count.getLong(1);
    }
    List<String> columns = new ArrayList<>();
    columns.add(
        layer.geometryColumn() == null ? "NULL" : GeoPackageLayer.quoted(layer.geometryColumn()));
    fields.forEach(field -> columns.add(GeoPackageLayer.quoted(field.name())));
    this.rows =
        statement.executeQuery(
            columns.stream().collect(Collectors.joining(", ", "SELECT ", " FROM " + table)));
  }

  static FeatureReader open(Path path, @Nullable String layer) throws FeatureFileException {
    requireWhole(path);
    Connection connection = null;
    try {
      connection = connect(path);
      List<GeoPackageLayer> layers = GeoPackageLayer.list(connection);
      if (layers == null) {
        throw notGeoPackage(path);
      }
      GeoPackageLayer chosen = Layers.choose(path, "图层", layers, GeoPackageLayer::table, layer);
      return new GeoPackageFeatureReader(path, connection, chosen);
    } catch (SQLException | FeatureFileException e) {
      if (connection != null) {
        try {
          connection.close();
        } catch (SQLException closing) {
          e.addSuppressed(closing);
        }
      }
      throw e instanceof FeatureFileException ours ? ours : broken(path, e);
    }
  }

  /** Names of the layers, tables without geometry among them. */
  static List<String> layers(Path path) throws FeatureFileException {
    requireWhole(path);
    try (Connection connection = connect(path)) {
      List<GeoPackageLayer> layers = GeoPackageLayer.list(connection);
      if (layers == null) {
        throw notGeoPackage(path);
      }
      return layers.stream().map(GeoPackageLayer::table).toList();
    } catch (SQLException e) {
      throw broken(path, e);
    }
  }

  private static Connection connect(Path path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    // An immutable file needs no lock and no files beside it, so a read-only directory will do; but
    // the rows of a write-ahead log left beside it would be missed.
    boolean log = Files.exists(path.resolveSibling(path.getFileName() + "-wal"));
    String name =
        "file:" + path.toAbsolutePath().toUri().getRawPath() + "?immutable=" + (log ? 0 : 1);
    return config.createConnection("jdbc:sqlite:" + name);
  }

  /**
   * SQLite notices a missing end only when a query happens to need it; the header tells at once.
   */
  private static void requireWhole(Path path) throws FeatureFileException {
    byte[] header;
    long size;
    try (InputStream in = Files.newInputStream(path)) {
      header = in.readNBytes(100);
      size = Files.size(path);
    } catch (IOException e) {
      throw broken(path, e);
    }
    if (size == 0) {
      throw new FeatureFileException("file.empty", "文件是空的：" + path.getFileName());
    }
    String magic = new String(header, 0, Math.min(15, header.length), StandardCharsets.US_ASCII);
    if (!magic.equals("SQLite format 3")) {
      throw notGeoPackage(path);
    }
    ByteBuffer fields = ByteBuffer.wrap(header);
    if (header.length == 100) {
      int pageSize = fields.getShort(16) == 1 ? 65536 : fields.getShort(16) & 0xFFFF;
      boolean pagesKnown = fields.getInt(24) == fields.getInt(92);
      if (!pagesKnown || (fields.getInt(28) & 0xFFFFFFFFL) * pageSize <= size) {
        return;
      }
    }
    throw new FeatureFileException("file.truncated", "文件 " + path.getFileName() + " 不完整，请重新获取后再试");
  }

  @Override
  public FeatureSchema schema() {
    return schema;
  }

  @Override
  public @Nullable Feature next() throws FeatureFileException {
    try {
      if (!rows.next()) {
        return null;
      }
      row++;
      Fault fault = null;
      List<@Nullable Object> values = new ArrayList<>(schema.fields().size());
      for (int i = 0; i < schema.fields().size(); i++) {
        Field field = schema.fields().get(i);
        Object stored = rows.getObject(i + 2);
        Object value = GeoPackageColumns.value(stored, field.type());
        if (stored != null && value == null) {
          fault = new Fault("row.value", "字段“" + field.name() + "”的值“" + stored + "”与字段类型不符", null);
        }
        values.add(value);
      }
      byte[] blob = hasGeometry ? rows.getBytes(1) : null;
      Geometry shape = null;
      if (blob != null) {
        try {
          shape = geometry.read(blob);
        } catch (Unbuildable e) {
          fault = e.fault();
        }
      }
      return new Feature(row, shape, values, fault);
    } catch (SQLException e) {
      throw broken(path, e);
    }
  }

  @Override
  public double progress() {
    return total == 0 ? 1 : Math.min(1.0, (double) row / total);
  }

  @Override
  public void close() throws FeatureFileException {
    try (connection;
        statement) {
      rows.close();
    } catch (SQLException e) {
      throw broken(path, e);
    }
  }

  private static FeatureFileException notGeoPackage(Path path) {
    return new FeatureFileException(
        "file.unknown-format", "文件 " + path.getFileName() + " 不是 GeoPackage");
  }

  private static FeatureFileException broken(Path path, Exception cause) {
    return new FeatureFileException(
        "file.broken", "文件 " + path.getFileName() + " 已损坏，无法读取，请重新获取后再试", cause);
  }
}
