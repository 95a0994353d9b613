package org.shuangshi.intake.mapping;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A choice as JSON, as the register keeps it: {@code {"columns": {"用途分类": "use"}, "values": {"use":
 * {"民宅": "RESIDENTIAL"}}, "encoding": "GB18030", "layer": null, "key": null}}.
 */
public final class ChoiceJson {

  private static final JsonFactory JSON = new JsonFactory();

  private ChoiceJson() {}

  public static String write(Choice choice) {
    StringWriter text = new StringWriter();
    try (JsonGenerator to = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      to.writeStartObject();
      to.writeName("columns");
      write(to, choice.columns());
      to.writeName("values");
      to.writeStartObject();
      choice
          .values()
          .forEach(
              (field, words) -> {
                to.writeName(field);
                write(to, words);
              });
      to.writeEndObject();
      write(to, "encoding", choice.encoding());
      write(to, "layer", choice.layer());
      write(to, "key", choice.key());
      to.writeEndObject();
    }
    return text.toString();
  }

  private static void write(JsonGenerator to, Map<String, String> texts) {
    to.writeStartObject();
    texts.forEach(
        (name, text) -> {
          to.writeName(name);
          to.writeString(text);
        });
    to.writeEndObject();
  }

  private static void write(JsonGenerator to, String name, @Nullable String text) {
    if (text != null) {
      to.writeName(name);
      to.writeString(text);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException where it is something else
   */
  public static Choice read(String text) {
    Map<String, String> columns = new LinkedHashMap<>();
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    Map<String, String> others = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "columns" -> columns.putAll(texts(json));
          case "values" -> {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
              String field = json.currentName();
              json.nextToken();
              values.put(field, texts(json));
            }
          }
          default -> {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
              others.put(name, json.getString());
            }
          }
        }
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a choice", e);
    }
    return new Choice(
        columns, values, others.get("encoding"), others.get("layer"), others.get("key"));
  }

  private static Map<String, String> texts(JsonParser json) {
    Map<String, String> texts = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      texts.put(name, json.getString());
    }
    return texts;
  }
}
