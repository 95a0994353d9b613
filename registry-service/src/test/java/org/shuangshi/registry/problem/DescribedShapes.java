package org.shuangshi.registry.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of each field what the records say: whether it is always there, and whether it may be null.
 */
@Component
class DescribedShapes implements ModelConverter {
  private final Map<String, Class<?>> shapes = new ConcurrentHashMap<>();

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    JavaType java = Json.mapper().constructType(type.getType());
    if (java != null && java.getRawClass().isRecord() && schema != null) {
      String name = schema.get$ref() == null ? null : schema.get$ref().replaceFirst(".*/", "");
      requireOwn(name, java);
      Schema<?> defined = name == null ? schema : context.getDefinedModels().get(name);
      if (defined != null && defined.getProperties() != null && defined.getRequired() == null) {
        describe(java.getRawClass(), defined);
      }
    }
    return schema;
  }

  /** Two records of one simple name would be described as one. */
  private void requireOwn(@Nullable String name, JavaType type) {
    Class<?> other = name == null ? null : shapes.putIfAbsent(name, type.getRawClass());
    if (other != null && !other.equals(type.getRawClass())) {
      throw new IllegalStateException(name + " is both " + other + " and " + type.getRawClass());
    }
  }

  private static void describe(Class<?> type, Schema<?> schema) {
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
      String name = named == null ? component.getName() : named.value();
      Schema<?> property = schema.getProperties().get(name);
      if (property == null) {
        continue;
      }
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        schema.getProperties().put(name, orNull(property));
      } else {
        required.add(name);
      }
    }
    schema.setRequired(required);
  }

  private static Schema<?> orNull(Schema<?> schema) {
    Set<String> types = schema.getTypes();
    if (schema.get$ref() == null && schema.getEnum() == null && types != null) {
      types = new LinkedHashSet<>(types);
      types.add("null");
      schema.setTypes(types);
      return schema;
    }
    Schema<?> nothing = new Schema<>();
    nothing.setTypes(Set.of("null"));
    Schema<?> either = new Schema<>();
    either.setOneOf(List.of(schema, nothing));
    return either;
  }
}
