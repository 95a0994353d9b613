package org.shuangshi.gis.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.geometry.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;

/**
 * GeoJSON (RFC 7946, and the crs member of 2008), read as a stream after {@link GeoJsonScan}: a
 * FeatureCollection, or Features one after the other, by lines or as RFC 8142 separates them.
 *
 * <p>The columns are the union of the property names in the order they first appear; a feature's
 * own id comes first, as {@code id}, unless a property has that name. Nested values are columns of
 * their JSON text. Members the standard does not know are passed over.
 */
final class GeoJsonFeatureReader implements FeatureReader {

  private final InputFile file;
  private final FeatureSchema schema;
  private final Map<String, Integer> columns = new HashMap<>();
  private final boolean idColumn;
  private final boolean collection;
  private final InputStream in;
  private final JsonParser json;
  private long row;
  private boolean ended;

  private GeoJsonFeatureReader(InputFile file, GeoJsonScan scan, InputStream in) {
    this.file = file;
    this.schema = scan.schema();
    this.idColumn = scan.hasIdColumn();
    this.collection = scan.isCollection();
    this.in = in;
    this.json = GeoJson.parser(in);
    for (int i = 0; i < schema.fields().size(); i++) {
      columns.put(schema.fields().get(i).name(), i);
    }
  }

  static FeatureReader open(Path path, @Nullable String layer) throws FeatureFileException {
    InputFile file = new InputFile(path);
    file.requireLayer(layer);
    GeoJsonScan scan = GeoJsonScan.of(file);
    try {
      GeoJsonFeatureReader reader = new GeoJsonFeatureReader(file, scan, GeoJson.open(file));
      reader.advanceToFeatures();
      return reader;
    } catch (IOException e) {
      throw GeoJson.failure(file, e);
    }
  }

  private void advanceToFeatures() {
    if (!collection) {
      return;
    }
    json.nextToken();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean features = json.currentName().equals("features");
      json.nextToken();
      if (features) {
        return;
      }
      json.skipChildren();
    }
  }

  @Override
  public FeatureSchema schema() {
    return schema;
  }

  @Override
  public @Nullable Feature next() throws FeatureFileException {
    if (ended) {
      return null;
    }
    try {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        ended = true;
        return null;
      }
      return feature();
    } catch (JacksonException e) {
      ended = true;
      throw GeoJson.failure(file, e);
    }
  }

  private Feature feature() {
    row++;
    List<@Nullable Object> values =
        new ArrayList<>(Collections.nCopies(schema.fields().size(), null));
    Geometry geometry = null;
    Fault fault = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = json.currentName();
      boolean object = json.nextToken() == JsonToken.START_OBJECT;
      if (member.equals("properties") && object) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          take(json.currentName(), values);
        }
      } else if (member.equals("geometry") && object) {
        try {
          geometry = GeoJsonGeometry.read(json);
        } catch (Unbuildable e) {
          fault = e.fault();
        }
      } else if (member.equals("id") && idColumn && json.currentToken().isScalarValue()) {
        values.set(0, value(schema.fields().get(0).type()));
      } else {
        json.skipChildren();
      }
    }
    return new Feature(row, geometry, values, fault);
  }

  private void take(String name, List<@Nullable Object> values) {
    json.nextToken();
    // The file may have grown a property since the first pass; what was declared is what is read.
    Integer column = columns.get(name);
    if (column == null) {
      json.skipChildren();
      return;
    }
    values.set(column, value(schema.fields().get(column).type()));
  }

  private @Nullable Object value(FieldType type) {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token.isStructStart()) {
      return nested();
    }
    return switch (type) {
      case INTEGER -> (Object) json.getLongValue();
      case REAL -> (Object) json.getDoubleValue();
      case BOOLEAN -> (Object) json.getBooleanValue();
      case TEXT, DATE -> json.getString();
    };
  }

  private String nested() {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = GeoJson.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      generator.copyCurrentStructure(json);
    }
    return text.toString();
  }

  @Override
  public double progress() {
    return ended ? 1 : file.progress();
  }

  @Override
  public void close() throws FeatureFileException {
    try {
      json.close();
      in.close();
    } catch (IOException e) {
      throw GeoJson.failure(file, e);
    }
  }
}
