package com.dotmac.platform.it.walk;

import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.openapi.Description.Operation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for an operation that is complete: the example of the description, with other names in
 * it.
 *
 * @param verb HTTP method
 * @param path with its query
 * @param body {@code null}: none
 * @param once whether it has to have an idempotency key
 */
record Call(String verb, String path, @Nullable JsonNode body, boolean once) {
  private static final List<String> UNIQUE =
      List.of("code", "companyName", "name", "slug", "subject");

  /** The request that names these in these places. */
  static Call of(Operation operation, Map<Place, String> names) {
    return new Call(
        operation.verb(),
        path(operation.template(), names),
        body(operation, names),
        operation.demandsKey());
  }

  /** The address with these names in it. */
  private static String path(String template, Map<Place, String> names) {
    String path = template;
    String query = "";
    for (Map.Entry<Place, String> one : names.entrySet()) {
      String name = one.getKey().name();
      switch (one.getKey().in()) {
        case PATH -> path = path.replace("{" + name + "}", one.getValue());
        case QUERY -> query += (query.isEmpty() ? "?" : "&") + name + "=" + one.getValue();
        case BODY -> {}
      }
    }
    return path + query;
  }

  private static @Nullable JsonNode body(Operation operation, Map<Place, String> names) {
    if (operation.body().isMissingNode()) {
      return null;
    }
    boolean named = names.keySet().stream().anyMatch(place -> place.in() == Place.In.BODY);
    if (operation.example().isMissingNode() && !named) {
      return null;
    }
    ObjectNode body =
        operation.example() instanceof ObjectNode example
            ? example.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    names.forEach(
        (place, name) -> {
          if (place.in() == Place.In.BODY) {
            put(body, place.name(), name);
          }
        });
    Particulars.INSTEAD_OF
        .getOrDefault(operation.toString(), Map.of())
        .forEach(
            (field, other) -> {
              if (names.keySet().stream().anyMatch(place -> place.name().equals(field))) {
                body.remove(other.substring(1));
              }
            });
    return body;
  }

  private static void put(ObjectNode body, String pointer, String value) {
    JsonPointer place = JsonPointer.compile(pointer);
    if (place.last().mayMatchElement()) {
      JsonPointer list = place.head();
      body.withObject(list.head()).putArray(list.last().getMatchingProperty()).add(value);
    } else {
      JsonPointer around = place.head();
      ObjectNode parent = around.matches() ? body : body.withObject(around);
      parent.put(place.last().getMatchingProperty(), value);
    }
  }

  /**
   * The same request for a thing that is called otherwise, where the body says what it is called:
   * what must be unique in it is.
   */
  Call renamed(String name) {
    if (body == null) {
      return this;
    }
    ObjectNode renamed = body.deepCopy();
    for (String field : UNIQUE) {
      if (renamed.has(field)) {
        renamed.put(field, name);
      }
    }
    if (renamed.has("email")) {
      renamed.put("email", name + "@example.com");
    }
    return new Call(verb, path, renamed, once);
  }

  /** The same request with other words in fields that its body has. */
  Call saying(Map<String, String> words) {
    if (body == null) {
      return this;
    }
    ObjectNode said = body.deepCopy();
    words.forEach(
        (field, word) -> {
          if (said.has(field)) {
            said.put(field, word);
          }
        });
    return new Call(verb, path, said, once);
  }

  /**
   * Sends it.
   *
   * @param tag what {@code If-Match} says
   */
  ApiAnswer by(ApiClient caller, String tag) {
    ApiClient tagged = caller.ifMatch(tag);
    return (once && !tagged.sends("Idempotency-Key") ? tagged.once() : tagged)
        .send(verb, path, body);
  }

  /**
   * Brings what an operation names into a state in which the operation can be done.
   *
   * @throws AssertionError if that fails
   */
  static void ready(Home owner, Operation operation, Map<Place, String> names) {
    WalkedPayouts.prepare(owner, operation, path(Place.resource(operation.template()), names));
    String steps = Particulars.BEFORE.get(operation.toString());
    if (steps == null) {
      return;
    }
    for (String step : steps.split(" ", -1)) {
      ready(owner, operation, names, step);
    }
  }

  private static void ready(
      Home owner, Operation operation, Map<Place, String> names, String step) {
    String address = path(Place.resource(operation.template()), names);
    ApiAnswer answer =
        owner
            .program(operation)
            .once()
            .ifMatch(owner.program(operation).get(address).etag())
            .post(address + "/" + step, Map.of("reason", "walk"));
    if (answer.status() >= 300) {
      throw new AssertionError("%s cannot be made ready: %s".formatted(operation, answer.body()));
    }
  }

  /**
   * The tag of the resource that the operation is for, as its owner reads it; one that no resource
   * has where it cannot be read.
   */
  static String tag(Home owner, Operation operation, Map<Place, String> names) {
    String tag =
        owner
            .program(operation)
            .get(path(Place.resource(operation.template()), names).replaceFirst("\\?.*", ""))
            .etag();
    return tag.isEmpty() ? "\"0\"" : tag;
  }
}
