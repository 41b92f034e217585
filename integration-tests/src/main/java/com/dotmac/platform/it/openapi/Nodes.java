package com.dotmac.platform.it.openapi;

import com.dotmac.platform.app.http.JsonSetup;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Nodes of the document, and its text. */
final class Nodes {
  private static final ObjectMapper JSON = mapper();

  private Nodes() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ArrayNode array(Iterable<String> texts) {
    ArrayNode array = JSON.createArrayNode();
    texts.forEach(array::add);
    return array;
  }

  static ObjectNode reference(String kind, String name) {
    return object().put("$ref", "#/components/" + kind + "/" + name);
  }

  /** A value as the API writes it; maps in the order of their keys. */
  static JsonNode value(Object value) {
    return JSON.valueToTree(value);
  }

  /** The same text for the same document on every machine. */
  static String text(JsonNode document) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try {
      return JSON.writer(
                  new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
              .writeValueAsString(document)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectMapper mapper() {
    ObjectMapper mapper = new ObjectMapper();
    JsonSetup.apply(mapper);
    return mapper.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  }
}
