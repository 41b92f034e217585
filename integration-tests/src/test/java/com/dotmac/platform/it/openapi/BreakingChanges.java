package com.dotmac.platform.it.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a caller of an earlier description would trip over: something is gone, is asked for, or is
 * of another kind. What is new and optional is no break. The known library for this does not read
 * OpenAPI 3.1.
 */
final class BreakingChanges {
  private static final List<String> KEYWORDS = List.of("type", "format", "pattern");
  private static final List<String> UPPER = List.of("maximum", "maxLength", "maxProperties");
  private static final List<String> LOWER = List.of("minimum", "minLength", "minProperties");

  private final Description before;
  private final Description after;
  private final Set<Break> found = new TreeSet<>();
  private final Set<String> compared = new HashSet<>();

  /**
   * One.
   *
   * @param subject what the changelog has to name: an operation, or a field as {@code Partner.tier}
   * @param change what became of it
   */
  record Break(String subject, String change) implements Comparable<Break> {
    @Override
    public int compareTo(Break other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return "`" + subject + "`: " + change;
    }
  }

  private BreakingChanges(Description before, Description after) {
    this.before = before;
    this.after = after;
  }

  /** All between two descriptions, in a stable order. */
  static Set<Break> between(Description before, Description after) {
    BreakingChanges changes = new BreakingChanges(before, after);
    Map<String, JsonNode> present =
        after.operations().stream()
            .collect(Collectors.toMap(Object::toString, Description.Operation::declared));
    for (Description.Operation operation : before.operations()) {
      JsonNode now = present.get(operation.toString());
      if (now == null) {
        changes.found.add(new Break(operation.toString(), "is gone"));
      } else {
        changes.operation(operation.toString(), operation.declared(), now);
      }
    }
    return changes.found;
  }

  private void operation(String name, JsonNode old, JsonNode now) {
    if (!old.path("security").equals(now.path("security"))) {
      add(name, "requires another permission");
    }
    parameters(name, old.path("parameters"), now.path("parameters"));
    JsonNode body = now.path("requestBody");
    if (body.path("required").asBoolean() && !old.at("/requestBody/required").asBoolean()) {
      add(name, "requires a body");
    }
    content(name, "request", old.at("/requestBody/content"), body.path("content"));
    old.path("responses")
        .properties()
        .forEach(
            response -> {
              JsonNode present = now.path("responses").path(response.getKey());
              if (present.isMissingNode()) {
                add(name, "no longer answers with " + response.getKey());
              } else {
                response(
                    name,
                    "answer " + response.getKey(),
                    before.resolved(response.getValue()),
                    after.resolved(present));
              }
            });
  }

  private void parameters(String name, JsonNode old, JsonNode now) {
    Map<String, JsonNode> were = byName(before, old);
    Map<String, JsonNode> are = byName(after, now);
    were.forEach(
        (parameter, described) -> {
          JsonNode present = are.get(parameter);
          if (present == null) {
            add(name, "no longer has the parameter " + parameter);
          } else {
            schema(name + "?" + parameter, described.path("schema"), present.path("schema"), true);
          }
        });
    are.forEach(
        (parameter, described) -> {
          JsonNode past = were.get(parameter);
          boolean was = past != null && past.path("required").asBoolean();
          if (described.path("required").asBoolean() && !was) {
            add(name, "requires the parameter " + parameter);
          }
        });
  }

  private static Map<String, JsonNode> byName(Description description, JsonNode parameters) {
    return StreamSupport.stream(parameters.spliterator(), false)
        .map(description::resolved)
        .collect(Collectors.toMap(one -> one.path("name").asText(), one -> one));
  }

  private void response(String name, String what, JsonNode old, JsonNode now) {
    old.path("headers")
        .fieldNames()
        .forEachRemaining(
            header -> {
              if (!now.path("headers").has(header)) {
                add(name, what + " no longer has the header " + header);
              }
            });
    content(name, what, old.path("content"), now.path("content"));
  }

  private void content(String name, String what, JsonNode old, JsonNode now) {
    old.properties()
        .forEach(
            media -> {
              JsonNode present = now.path(media.getKey());
              if (present.isMissingNode()) {
                add(name, what + " is no longer " + media.getKey());
              } else {
                schema(
                    name + " " + what,
                    media.getValue().path("schema"),
                    present.path("schema"),
                    what.equals("request"));
              }
            });
  }

  private void schema(String subject, JsonNode old, JsonNode now, boolean sent) {
    String reference = old.path("$ref").asText();
    if (!reference.isEmpty() && !reference.equals(now.path("$ref").asText())) {
      reference = "";
    }
    if (reference.isEmpty()) {
      inline(subject, before.resolved(old), after.resolved(now), sent);
    } else if (compared.add(reference + sent)) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      inline(name, before.resolved(old), after.resolved(now), sent);
    }
  }

  private void inline(String subject, JsonNode old, JsonNode now, boolean sent) {
    for (String keyword : KEYWORDS) {
      if (!old.path(keyword).equals(now.path(keyword)) && (sent || !keyword.equals("pattern"))) {
        add(subject, "has another " + keyword);
      }
    }
    if (sent) {
      UPPER.forEach(keyword -> bound(subject, keyword, old, now, 1));
      LOWER.forEach(keyword -> bound(subject, keyword, old, now, -1));
    }
    for (JsonNode value : old.path("enum")) {
      if (!texts(now.path("enum")).contains(value.asText()) && now.has("enum")) {
        add(subject, "no longer has the value " + value.asText());
      }
    }
    Set<String> required = texts(now.path("required"));
    Set<String> were = texts(old.path("required"));
    for (String field : sent ? required : were) {
      if (sent ? !were.contains(field) : !required.contains(field)) {
        add(subject + "." + field, sent ? "is required" : "may be missing");
      }
    }
    old.path("properties")
        .properties()
        .forEach(
            property -> {
              JsonNode present = now.path("properties").path(property.getKey());
              String field = subject + "." + property.getKey();
              if (present.isMissingNode()) {
                add(field, "is gone");
              } else {
                schema(field, property.getValue(), present, sent);
              }
            });
    for (String keyword : List.of("items", "additionalProperties", "propertyNames")) {
      if (old.path(keyword).isObject() && now.path(keyword).isObject()) {
        schema(subject + "[]", old.path(keyword), now.path(keyword), sent);
      }
    }
    for (String keyword : List.of("anyOf", "allOf")) {
      alternatives(subject, keyword, old.path(keyword), now.path(keyword), sent);
    }
  }

  private void alternatives(
      String subject, String keyword, JsonNode old, JsonNode now, boolean sent) {
    if (old.size() != now.size()) {
      add(subject, "has another " + keyword.toLowerCase(Locale.ROOT));
      return;
    }
    for (int i = 0; i < old.size(); i++) {
      schema(subject, old.get(i), now.get(i), sent);
    }
  }

  private void bound(String subject, String keyword, JsonNode old, JsonNode now, int sign) {
    if (now.has(keyword)
        && (!old.has(keyword)
            || sign * Long.compare(now.path(keyword).asLong(), old.path(keyword).asLong()) < 0)) {
      add(subject, "has a narrower " + keyword);
    }
  }

  private static Set<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void add(String subject, String change) {
    found.add(new Break(subject, change));
  }
}
