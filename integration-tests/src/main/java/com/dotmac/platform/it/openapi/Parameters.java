package com.dotmac.platform.it.openapi;

import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.auth.PartnerIdHeader;
import com.dotmac.platform.app.http.RequestId;
import com.dotmac.platform.app.idempotency.IdempotencyFeature;
import com.dotmac.platform.app.idempotency.IdempotencyRequired;
import com.dotmac.platform.app.idempotency.KeyHeader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;

/** Parameters of an operation: in its address, and in headers of the request. */
final class Parameters {
  /** What the conventions give a meaning that is the same everywhere. */
  private static final Map<String, String> MEANINGS =
      Map.of(
          "cursor",
              "Where the page begins: `nextCursor` of the page before. Without it: the first.",
          "limit", "Rows of the page at most.",
          "search", "Part of the name, in any case.");

  private final Schemas schemas;

  Parameters(Schemas schemas) {
    this.schemas = schemas;
  }

  /** Those of a method, with the values of its example. */
  ArrayNode of(Method method, Map<String, String> example) {
    ArrayNode parameters = Nodes.array(List.of());
    for (Parameter parameter : method.getParameters()) {
      PathParam path = parameter.getAnnotation(PathParam.class);
      QueryParam query = parameter.getAnnotation(QueryParam.class);
      if (path != null) {
        parameters.add(described(parameter, path.value(), "path", example));
      } else if (query != null) {
        parameters.add(described(parameter, query.value(), "query", example));
      } else if (changes(parameter)) {
        parameters.add(Nodes.reference("parameters", HttpHeaders.IF_MATCH));
      }
    }
    if (method.isAnnotationPresent(ForPartner.class)) {
      parameters.add(Nodes.reference("parameters", PartnerIdHeader.NAME));
    }
    if (method.isAnnotationPresent(IdempotencyRequired.class)) {
      parameters.add(idempotencyKey().put("required", true));
    } else if (IdempotencyFeature.applies(method)) {
      parameters.add(Nodes.reference("parameters", KeyHeader.NAME));
    }
    return parameters.add(Nodes.reference("parameters", RequestId.HEADER));
  }

  /** Whether the method asks which version a change is based on. */
  static boolean asksForVersion(Method method) {
    return List.of(method.getParameters()).stream().anyMatch(Parameters::changes);
  }

  private static boolean changes(Parameter parameter) {
    HeaderParam header = parameter.getAnnotation(HeaderParam.class);
    if (header != null && !header.value().equals(HttpHeaders.IF_MATCH)) {
      throw new IllegalStateException("Tell Parameters of the header " + header.value());
    }
    return header != null;
  }

  private ObjectNode described(
      Parameter parameter, String name, String place, Map<String, String> example) {
    ObjectNode described = Nodes.object().put("name", name).put("in", place);
    if (MEANINGS.containsKey(name)) {
      described.put("description", MEANINGS.get(name));
    }
    if (place.equals("path") || parameter.isAnnotationPresent(NotNull.class)) {
      described.put("required", true);
    }
    ObjectNode schema = schemas.sent(parameter.getAnnotatedType());
    // A parameter is there or not; there is no null in an address.
    if (schema.path("anyOf").isArray()) {
      schema = (ObjectNode) schema.path("anyOf").get(0);
    } else if (schema.path("type").isArray()) {
      schema.put("type", schema.path("type").get(0).asText());
    }
    DefaultValue left = parameter.getAnnotation(DefaultValue.class);
    if (left != null) {
      switch (schema.path("type").asText()) {
        case "integer" -> schema.put("default", Integer.parseInt(left.value()));
        case "boolean" -> schema.put("default", Boolean.parseBoolean(left.value()));
        default -> schema.put("default", left.value());
      }
    }
    described.set("schema", schema);
    if (example.containsKey(name)) {
      described.put("example", example.get(name));
    }
    return described;
  }

  /** Headers of requests that operations refer to. */
  static ObjectNode shared() {
    ObjectNode shared = Nodes.object();
    ObjectNode ifMatch = shared.putObject(HttpHeaders.IF_MATCH);
    ifMatch.put("name", HttpHeaders.IF_MATCH).put("in", "header").put("required", true);
    ifMatch.put("description", "The `ETag` of the resource as you have read it.");
    ifMatch.putObject("schema").put("type", "string");
    ifMatch.put("example", "\"0\"");
    ObjectNode partner = shared.putObject(PartnerIdHeader.NAME);
    partner.put("name", PartnerIdHeader.NAME).put("in", "header");
    partner.put(
        "description",
        "The partner for whom you act, where you act for several or for none of your own.");
    partner.putObject("schema").put("type", "string").put("format", "uuid");
    shared.set(KeyHeader.NAME, idempotencyKey());
    ObjectNode id = shared.putObject(RequestId.HEADER);
    id.put("name", RequestId.HEADER).put("in", "header");
    id.put("description", "An id of yours for the request. Without it we give one.");
    id.putObject("schema").put("type", "string").put("pattern", "^[\\w.:-]{1,64}$");
    return shared;
  }

  private static ObjectNode idempotencyKey() {
    ObjectNode key = Nodes.object().put("name", KeyHeader.NAME).put("in", "header");
    key.put(
        "description",
        "A text of yours for this request. The same request under the same key is done once, and"
            + " answered alike for 30 days.");
    key.putObject("schema").put("type", "string").put("pattern", "^[!-~]{1,255}$");
    return key.put("example", "2026-01-15-order-4711");
  }
}
