package com.dotmac.platform.it.walk;

import com.dotmac.platform.it.openapi.Description;
import com.dotmac.platform.it.openapi.Description.Operation;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the description says of a request that was sent. Whatever is accepted must be what a client
 * who goes by the description could have sent: else rows appear that nobody expects.
 */
final class WellMade {
  private static final ObjectMapper STRICT =
      new ObjectMapper(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final Description description;
  private final Operation operation;

  WellMade(Description description, Operation operation) {
    this.description = description;
    this.operation = operation;
  }

  /** Why the request is not well made, as sentences; empty where it is. */
  List<String> faults(HostileCall call) {
    List<String> faults = new ArrayList<>(faultsOfQuery(call.query()));
    if (!operation.body().isMissingNode()) {
      faults.addAll(faultsOfBody(call.body()));
    }
    return faults;
  }

  private List<String> faultsOfBody(@Nullable String body) {
    boolean required = operation.declared().at("/requestBody/required").asBoolean();
    if (body == null || body.isBlank()) {
      return required ? List.of("there is no body") : List.of();
    }
    try {
      JsonNode sent = trimmed(STRICT.readTree(body.getBytes(StandardCharsets.ISO_8859_1)));
      return description.faults(operation.body(), withRatesAsText(sent));
    } catch (IOException e) {
      return List.of("the body is no JSON");
    }
  }

  /** Rates are described as texts; a number of JSON is taken for the text of its digits. */
  private JsonNode withRatesAsText(JsonNode body) {
    if (body instanceof ObjectNode object) {
      JsonNode fields = description.resolved(operation.body()).path("properties");
      for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
        if (field.getValue().isNumber() && fields.path(field.getKey()).has("pattern")) {
          object.put(
              field.getKey(), field.getValue().decimalValue().stripTrailingZeros().toPlainString());
        }
      }
    }
    return body;
  }

  /** Texts are trimmed before they are looked at. */
  private static JsonNode trimmed(JsonNode node) {
    if (node.isTextual()) {
      return JsonNodeFactory.instance.textNode(node.asText().strip());
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(one -> copy.add(trimmed(one)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(field -> copy.set(field.getKey(), trimmed(field.getValue())));
      return copy;
    }
    return node;
  }

  private List<String> faultsOfQuery(String query) {
    List<String> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String pair : query.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      try {
        String[] sides = pair.split("=", 2);
        String name = URLDecoder.decode(sides[0], StandardCharsets.UTF_8);
        String value = sides.length < 2 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8);
        if (!seen.add(name)) {
          faults.add("the parameter " + name + " is given twice");
        }
        faults.addAll(faultsOfParameter(name, value));
      } catch (IllegalArgumentException e) {
        faults.add("the query cannot be read");
      }
    }
    return faults;
  }

  private List<String> faultsOfParameter(String name, String value) {
    for (JsonNode one : operation.declared().path("parameters")) {
      JsonNode parameter = description.resolved(one);
      if (parameter.path("name").asText().equals(name)
          && parameter.path("in").asText().equals("query")) {
        JsonNode schema = parameter.path("schema");
        return description.faults(schema, typed(description.resolved(schema), value)).stream()
            .map(fault -> "the parameter " + name + " is wrong: " + fault)
            .toList();
      }
    }
    return List.of("there is no parameter " + name);
  }

  private static JsonNode typed(JsonNode schema, String value) {
    boolean bare =
        switch (schema.path("type").asText()) {
          case "integer" -> value.matches("-?[0-9]{1,18}");
          case "boolean" -> value.matches("true|false");
          default -> false;
        };
    try {
      return bare ? STRICT.readTree(value) : JsonNodeFactory.instance.textNode(value);
    } catch (IOException e) {
      return JsonNodeFactory.instance.textNode(value);
    }
  }
}
