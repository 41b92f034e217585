package com.dotmac.platform.it.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.format.EmailFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A description of the API, to look things up in. */
public final class Description {
  /** The committed one. */
  static final Path FILE = Path.of("../docs/openapi.json");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where references lead; no keyword of JSON Schema. */
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          factory ->
              factory.metaSchema(
                  JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                      .keyword(new NonValidationKeyword("components"))
                      .format(new ReservedEmailFormat())
                      .build()));

  private final JsonNode document;
  private final ObjectNode components;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();

  /**
   * Addresses, those of the domains that are reserved for examples (RFC 2606) as well: the list of
   * top-level domains that this format goes by does not have them.
   */
  private static final class ReservedEmailFormat extends EmailFormat {
    @Override
    public boolean matches(ExecutionContext context, String value) {
      return super.matches(context, value.replaceFirst("\\.example$", ".com"));
    }
  }

  /**
   * An operation.
   *
   * @param verb in upper case
   * @param template path with placeholders
   * @param declared what is said of it
   */
  public record Operation(String verb, String template, JsonNode declared) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    /** Whether it is refused without an idempotency key. */
    public boolean demandsKey() {
      for (JsonNode parameter : declared.path("parameters")) {
        if (parameter.path("name").asText().equals("Idempotency-Key")
            && parameter.path("required").asBoolean()) {
          return true;
        }
      }
      return false;
    }

    /** The code of the permission that a caller needs. */
    public String permission() {
      return declared.at("/security/0/apiKey/0").asText();
    }

    /** The body of a request that works; a missing node where the operation has no example. */
    public JsonNode example() {
      return declared.at("/requestBody/content/application~1json/example");
    }

    /** The schema of the body; a missing node where the operation takes none. */
    public JsonNode body() {
      return declared.at("/requestBody/content/application~1json/schema");
    }

    boolean isAt(String path) {
      return path.matches(PLACEHOLDER.matcher(template).replaceAll("[^/]+"));
    }

    private int placeholders() {
      return (int) PLACEHOLDER.matcher(template).results().count();
    }

    @Override
    public String toString() {
      return verb + " " + template;
    }
  }

  Description(JsonNode document) {
    this.document = document;
    components = closed(document.path("components"));
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        verb ->
                            operations.add(
                                new Operation(
                                    verb.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    verb.getValue()))));
    operations.sort(Comparator.comparingInt(Operation::placeholders));
  }

  /** Reads the committed one. */
  public static Description committed() {
    try {
      return new Description(JSON.readTree(FILE.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode document() {
    return document;
  }

  /** All operations; those with fewer placeholders first. */
  public List<Operation> operations() {
    return operations;
  }

  /** The operation that a request is for; a path that is written out goes before a placeholder. */
  Optional<Operation> operation(String verb, String path) {
    List<Operation> there = operations.stream().filter(one -> one.isAt(path)).toList();
    return there.stream()
        .filter(one -> one.template().equals(there.get(0).template()) && one.verb().equals(verb))
        .findFirst();
  }

  /** What a reference stands for; anything else is itself. */
  public JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  /** What is wrong with a value, as sentences. A field that is not described is wrong, too. */
  public List<String> faults(JsonNode schema, JsonNode value) {
    return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream()
        .map(fault -> fault.getInstanceLocation() + " " + fault.getError())
        .sorted()
        .toList();
  }

  private JsonSchema compiled(JsonNode schema) {
    ObjectNode root = JSON.createObjectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.putArray("allOf").add(schema);
    root.set("components", components);
    return SCHEMAS.getSchema(
        root,
        SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .locale(Locale.ENGLISH)
            .build());
  }

  /** Callers must bear fields that come later, so answers are open; in the tests they are not. */
  private static ObjectNode closed(JsonNode components) {
    ObjectNode copy = components.deepCopy();
    copy.path("schemas")
        .forEach(
            schema -> {
              if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
              }
            });
    return copy;
  }
}
