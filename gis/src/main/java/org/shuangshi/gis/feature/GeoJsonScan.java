package org.shuangshi.gis.feature;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The first pass over a GeoJSON file. Only the whole file tells which properties there are, of what
 * type, and in which system (a crs member may stand last), so it is read twice; the first time
 * coordinates are skipped.
 */
final class GeoJsonScan {

  private final InputFile file;
  private final Map<String, ColumnGuess> columns = new LinkedHashMap<>();
  private final ColumnGuess ids = new ColumnGuess();
  private final Set<GeometryType> geometryTypes = EnumSet.noneOf(GeometryType.class);
  private boolean hasIds;
  private boolean isCollection;
  private @Nullable String rootType;
  private @Nullable Crs crs = Crs.WGS84;

  private GeoJsonScan(InputFile file) {
    this.file = file;
  }

  static GeoJsonScan of(InputFile file) throws FeatureFileException {
    GeoJsonScan scan = new GeoJsonScan(file);
    try (InputStream in = GeoJson.open(file);
        JsonParser json = GeoJson.parser(in)) {
      scan.root(json);
    } catch (JacksonException e) {
      throw GeoJson.failure(file, e);
    } catch (IOException e) {
      throw GeoJson.failure(file, e);
    }
    return scan;
  }

  /**
   * Whether the features stand in a {@code features} array; otherwise each is a root of its own.
   */
  boolean isCollection() {
    return isCollection;
  }

  /** Whether the features' own {@code id} is a column: it is, unless a property has that name. */
  boolean hasIdColumn() {
    return hasIds && !columns.containsKey("id");
  }

  FeatureSchema schema() {
    List<Field> fields = new ArrayList<>();
    if (hasIdColumn()) {
      fields.add(new Field("id", ids.type()));
    }
    columns.forEach((name, guess) -> fields.add(new Field(name, guess.type())));
    return new FeatureSchema(file.layer(), fields, GeometryType.common(geometryTypes), crs);
  }

  private void root(JsonParser json) throws FeatureFileException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw GeoJson.notGeoJson(file);
    }
    boolean feature = object(json);
    if (!isCollection && !("Feature".equals(rootType) && feature)) {
      throw GeoJson.notGeoJson(file);
    }
    JsonToken next = json.nextToken();
    while (next == JsonToken.START_OBJECT && !isCollection) {
      feature(json);
      next = json.nextToken();
    }
    if (next != null) {
      throw GeoJson.broken(file, "末尾有多余内容", null);
    }
  }

  /** The first root; whether it has what only a feature has. */
  private boolean object(JsonParser json) throws FeatureFileException {
    boolean feature = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = json.currentName();
      JsonToken value = json.nextToken();
      switch (member) {
        case "type" -> rootType = json.getString();
        case "crs" -> crs(json);
        case "features" -> {
          if (value != JsonToken.START_ARRAY) {
            throw GeoJson.notGeoJson(file);
          }
          isCollection = true;
          features(json);
        }
        default -> feature |= featureMember(json, member);
      }
    }
    return feature;
  }

  private void features(JsonParser json) throws FeatureFileException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw GeoJson.broken(file, "features 数组中有不是 Feature 的内容", null);
      }
      feature(json);
    }
  }

  private void feature(JsonParser json) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = json.currentName();
      json.nextToken();
      featureMember(json, member);
    }
  }

  /** Takes note of one member of a feature and leaves the parser at its end. */
  private boolean featureMember(JsonParser json, String member) {
    boolean object = json.currentToken() == JsonToken.START_OBJECT;
    switch (member) {
      case "properties" -> {
        if (object) {
          properties(json);
        } else {
          json.skipChildren();
        }
        return true;
      }
      case "geometry" -> {
        if (object) {
          geometry(json);
        } else {
          json.skipChildren();
        }
        return true;
      }
      case "id" -> {
        if (json.currentToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL) {
          hasIds = true;
          see(json, ids);
        }
        json.skipChildren();
      }
      default -> json.skipChildren();
    }
    return false;
  }

  private void properties(JsonParser json) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      see(json, columns.computeIfAbsent(name, k -> new ColumnGuess()));
      json.skipChildren();
    }
  }

  private static void see(JsonParser json, ColumnGuess guess) {
    switch (json.currentToken()) {
      case VALUE_NULL -> {}
      case VALUE_TRUE, VALUE_FALSE -> guess.sawBoolean();
      case VALUE_NUMBER_INT -> {
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
          guess.sawText();
        } else {
          guess.sawInteger();
        }
      }
      case VALUE_NUMBER_FLOAT -> guess.sawReal();
      default -> guess.sawText();
    }
  }

  private void geometry(JsonParser json) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean type = json.currentName().equals("type");
      if (json.nextToken() == JsonToken.VALUE_STRING && type) {
        geometryTypes.add(GeometryType.ofName(json.getString()));
      }
      json.skipChildren();
    }
  }

  /** The member of GeoJSON 2008; null there means the system is not known. */
  private void crs(JsonParser json) throws FeatureFileException {
    crs = null;
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    String name = "";
    int depth = 0;
    // {"type":"name","properties":{"name":"urn:…"}}, before that {"properties":{"code":4326}}
    do {
      if (json.currentToken().isStructStart()) {
        depth++;
      } else if (json.currentToken().isStructEnd()) {
        depth--;
      } else if (json.currentToken() != JsonToken.PROPERTY_NAME
          && depth == 2
          && (json.currentName().equals("name") || json.currentName().equals("code"))) {
        name = json.getString();
      }
    } while (depth > 0 && json.nextToken() != null);
    try {
      crs = Crs.parse(name);
    } catch (CrsException e) {
      throw new FeatureFileException(
          e.code(), "文件 " + file.path().getFileName() + "：" + e.getMessage(), e);
    }
  }
}
