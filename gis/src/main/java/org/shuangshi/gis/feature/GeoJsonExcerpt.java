package org.shuangshi.gis.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;

/**
 * Features of a GeoJSON as they were, token by token: also a geometry that cannot be built comes
 * back to be mended. All other members of the collection are kept.
 */
final class GeoJsonExcerpt {

  private final JsonParser json;
  private final JsonGenerator out;
  private final Excerpt excerpt;

  private GeoJsonExcerpt(JsonParser json, JsonGenerator out, Excerpt excerpt) {
    this.json = json;
    this.out = out;
    this.excerpt = excerpt;
  }

  static void write(Path path, Excerpt excerpt, PartFile part) throws FeatureFileException {
    InputFile file = new InputFile(path);
    boolean packed = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gz");
    try (InputStream in = file.open();
        OutputStream bytes = Files.newOutputStream(part.path());
        OutputStream to = packed ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
        JsonParser json = GeoJson.parser(in);
        JsonGenerator out =
            GeoJson.JSON.createGenerator(ObjectWriteContext.empty(), to, JsonEncoding.UTF8)) {
      new GeoJsonExcerpt(json, out, excerpt).copy();
    } catch (IOException e) {
      throw GeoJson.failure(file, e);
    } catch (JacksonException e) {
      throw GeoJson.failure(file, e);
    }
  }

  private void copy() {
    json.nextToken();
    out.writeStartObject();
    boolean single = true;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = json.currentName();
      json.nextToken();
      out.writeName(member);
      if (member.equals("features") && json.currentToken() == JsonToken.START_ARRAY) {
        single = false;
        features();
      } else if (member.equals("properties")
          && json.currentToken() == JsonToken.START_OBJECT
          && single) {
        properties(excerpt.of(1));
      } else {
        out.copyCurrentStructureExact(json);
      }
    }
    out.writeEndObject();
  }

  private void features() {
    out.writeStartArray();
    long row = 0;
    while (json.nextToken() == JsonToken.START_OBJECT) {
      row++;
      List<String> said = excerpt.of(row);
      if (said == null) {
        json.skipChildren();
      } else {
        out.writeRaw('\n');
        feature(said);
      }
    }
    out.writeEndArray();
  }

  private void feature(List<String> said) {
    out.writeStartObject();
    boolean told = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = json.currentName();
      json.nextToken();
      if (member.equals("properties") && !told) {
        told = true;
        out.writeName(member);
        properties(said);
      } else {
        out.writeName(member);
        out.copyCurrentStructureExact(json);
      }
    }
    if (!told) {
      out.writeName("properties");
      out.writeStartObject();
      added(said);
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  /** Also where the member is null. */
  private void properties(@Nullable List<String> said) {
    out.writeStartObject();
    if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        if (said != null && excerpt.columns().contains(name)) {
          json.skipChildren();
        } else {
          out.writeName(name);
          out.copyCurrentStructureExact(json);
        }
      }
    }
    if (said != null) {
      added(said);
    }
    out.writeEndObject();
  }

  private void added(List<String> said) {
    for (int i = 0; i < said.size(); i++) {
      out.writeStringProperty(excerpt.columns().get(i), said.get(i));
    }
  }
}
