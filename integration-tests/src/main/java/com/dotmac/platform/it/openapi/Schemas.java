package com.dotmac.platform.it.openapi;

import com.dotmac.platform.app.http.PageJson;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/**
 * Schemas of the types on the wire: records, enums by their code, maps, and what JSON has itself.
 * Each record and enum is described once, under its name.
 */
final class Schemas {
  private final Comments comments;
  private final Map<String, ObjectNode> named = new TreeMap<>();

  Schemas(Comments comments) {
    this.comments = comments;
  }

  /** What was described so far, by name. */
  Map<String, ObjectNode> named() {
    return named;
  }

  /** A body that callers send: what it does not have is refused. */
  ObjectNode sent(Class<?> type) {
    return record(type, true);
  }

  /** A body that we answer with: more may come to it later. */
  ObjectNode answered(Class<?> type) {
    return record(type, false);
  }

  /** A page of rows of this type. */
  ObjectNode page(Class<?> row) {
    ObjectNode rows = answered(row);
    String name = name(row) + "Page";
    if (!named.containsKey(name)) {
      ObjectNode schema = Nodes.object().put("type", "object");
      schema.put("description", comments.of(PageJson.class));
      ObjectNode properties = schema.putObject("properties");
      properties
          .putObject("data")
          .put("type", "array")
          .put("description", comments.of(PageJson.class, "data"))
          .set("items", rows);
      orNull(properties.putObject("nextCursor").put("type", "string"))
          .put("description", comments.of(PageJson.class, "nextCursor"));
      schema.set("required", Nodes.array(List.of("data", "nextCursor")));
      named.put(name, schema);
    }
    return Nodes.reference("schemas", name);
  }

  /** A value of a parameter, or of a field of what callers send. */
  ObjectNode sent(AnnotatedType type) {
    return of(type, true);
  }

  private ObjectNode of(AnnotatedType type, boolean sent) {
    Type raw = type.getType();
    if (type instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      Type container = ((ParameterizedType) raw).getRawType();
      if (container == JsonNullable.class) {
        ObjectNode value = of(arguments[0], sent);
        return Constraints.demandsValue(arguments[0]) ? value : orNull(value);
      }
      return constrained(container(container, arguments, sent), type);
    }
    return constrained(plain((Class<?>) raw, sent), type);
  }

  private ObjectNode container(Type container, AnnotatedType[] arguments, boolean sent) {
    if (container == List.class) {
      ObjectNode list = Nodes.object().put("type", "array");
      list.set("items", of(arguments[0], sent));
      return list;
    }
    if (container != Map.class) {
      throw new IllegalStateException("Tell Schemas what " + container + " is in JSON");
    }
    ObjectNode map = Nodes.object().put("type", "object");
    if (arguments[1].getType() == Object.class) {
      return map.put("additionalProperties", true);
    }
    ObjectNode keys = of(arguments[0], sent);
    if (keys.size() > 1) {
      map.set("propertyNames", keys);
    }
    map.set("additionalProperties", of(arguments[1], sent));
    return map;
  }

  private ObjectNode plain(Class<?> type, boolean sent) {
    if (type.isRecord()) {
      return record(type, sent);
    }
    if (type.isEnum()) {
      return choice(type);
    }
    ObjectNode schema = Nodes.object();
    if (type == String.class || type == BigDecimal.class) {
      return schema.put("type", "string");
    }
    if (type == UUID.class) {
      return schema.put("type", "string").put("format", "uuid");
    }
    if (type == Instant.class) {
      return schema.put("type", "string").put("format", "date-time");
    }
    if (type == LocalDate.class) {
      return schema.put("type", "string").put("format", "date");
    }
    if (type == boolean.class || type == Boolean.class) {
      return schema.put("type", "boolean");
    }
    if (type == int.class || type == Integer.class) {
      return schema.put("type", "integer").put("format", "int32");
    }
    if (type == long.class || type == Long.class) {
      return schema.put("type", "integer").put("format", "int64");
    }
    throw new IllegalStateException("Tell Schemas what " + type + " is in JSON");
  }

  private ObjectNode constrained(ObjectNode schema, AnnotatedType type) {
    if (!schema.has("$ref")) {
      Constraints.add(schema, type);
    }
    return type.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
  }

  private ObjectNode choice(Class<?> type) {
    String name = name(type);
    if (!named.containsKey(name)) {
      ArrayNode codes = Nodes.array(List.of());
      List<String> meanings = new ArrayList<>();
      for (Object constant : type.getEnumConstants()) {
        String code = Nodes.value(constant).asText();
        codes.add(code);
        meanings.add("* `" + code + "`: " + comments.of(type, ((Enum<?>) constant).name()));
      }
      ObjectNode schema = Nodes.object().put("type", "string");
      schema.put("description", comments.of(type) + "\n\n" + String.join("\n", meanings));
      schema.set("enum", codes);
      named.put(name, schema);
    }
    return Nodes.reference("schemas", name);
  }

  private ObjectNode record(Class<?> type, boolean sent) {
    String name = name(type);
    if (!named.containsKey(name)) {
      ObjectNode schema = Nodes.object().put("type", "object");
      named.put(name, schema);
      schema.put("description", comments.of(type));
      ObjectNode properties = schema.putObject("properties");
      List<String> required = new ArrayList<>();
      for (RecordComponent component : onTheWire(type)) {
        ObjectNode property = property(type, component, sent);
        properties.set(component.getName(), property);
        if (sent ? isDemanded(component) : isAlwaysThere(type, component)) {
          required.add(component.getName());
        }
      }
      if (!required.isEmpty()) {
        schema.set("required", Nodes.array(required));
      }
      if (sent) {
        schema.put("additionalProperties", false);
      }
    }
    return Nodes.reference("schemas", name);
  }

  private static List<RecordComponent> onTheWire(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
        .toList();
  }

  private ObjectNode property(Class<?> type, RecordComponent component, boolean sent) {
    AnnotatedType of = component.getAnnotatedType();
    boolean leftOut = !sent && !isAlwaysThere(type, component);
    ObjectNode schema =
        leftOut && of.getType() instanceof Class<?> raw
            ? plain(raw, false) // it is left out rather than null
            : of(of, sent);
    String said = comments.of(type, component.getName());
    return said.isEmpty() || schema.has("$ref") ? schema : schema.put("description", said);
  }

  private static boolean isDemanded(RecordComponent component) {
    return component.getType().isPrimitive()
        || Constraints.demandsValue(component.getAnnotatedType());
  }

  /** Whether the field is in every answer, be it {@code null}. */
  private static boolean isAlwaysThere(Class<?> type, RecordComponent component) {
    JsonInclude include = type.getAnnotation(JsonInclude.class);
    return include == null
        || !(component.getAnnotatedType().isAnnotationPresent(Nullable.class)
            || (include.value() == JsonInclude.Include.NON_EMPTY
                && component.getType() == List.class));
  }

  private static ObjectNode orNull(ObjectNode schema) {
    if (schema.has("$ref")) {
      ObjectNode either = Nodes.object();
      either.putArray("anyOf").add(schema).add(Nodes.object().put("type", "null"));
      return either;
    }
    if (schema.path("type").isTextual()) {
      schema.set("type", Nodes.array(List.of(schema.path("type").asText(), "null")));
    }
    return schema;
  }

  /** {@code PartnerJson.View} is a {@code Partner}, {@code PartnerJson.Change} a change of one. */
  static String name(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return outer == null
        ? type.getSimpleName()
        : outer.getSimpleName().replaceFirst("Json$", "")
            + type.getSimpleName().replaceFirst("View$", "");
  }
}
