package com.dotmac.platform.it.walk;

import com.dotmac.platform.it.openapi.Description;
import com.dotmac.platform.it.openapi.Description.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place of an operation where a request names something that is kept.
 *
 * @param in which part of the request
 * @param name of the placeholder or parameter; for a body the JSON pointer
 * @param kind what is named there
 */
record Place(In in, String name, Kind kind) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern LIKE_A_REFERENCE = Pattern.compile(".*Ids?$");

  /** A part of a request. */
  enum In {
    PATH,
    QUERY,
    BODY
  }

  /**
   * The places of an operation, those of its path first and in their order.
   *
   * @throws AssertionError if one of them names what is not known
   */
  static List<Place> of(Description description, Operation operation) {
    List<Place> places = new ArrayList<>();
    Matcher placeholder = PLACEHOLDER.matcher(operation.template());
    while (placeholder.find()) {
      String address = operation.template().substring(0, placeholder.end());
      places.add(new Place(In.PATH, placeholder.group(1), Kind.inPath(address)));
    }
    for (JsonNode one : operation.declared().path("parameters")) {
      JsonNode parameter = description.resolved(one);
      if (parameter.path("in").asText().equals("query")
          && isIdentifier(description.resolved(parameter.path("schema")))) {
        String name = parameter.path("name").asText();
        places.add(new Place(In.QUERY, name, Kind.inField(name)));
      }
    }
    addFields(description, operation.body(), "", places);
    return places;
  }

  private static void addFields(
      Description description, JsonNode schema, String pointer, List<Place> places) {
    JsonNode body = description.resolved(schema);
    body.path("anyOf").forEach(one -> addFields(description, one, pointer, places));
    addField(description, body.path("items"), pointer, pointer + "/0", places);
    body.path("properties")
        .properties()
        .forEach(
            field ->
                addField(
                    description,
                    field.getValue(),
                    field.getKey(),
                    pointer + "/" + field.getKey(),
                    places));
  }

  private static void addField(
      Description description, JsonNode schema, String name, String pointer, List<Place> places) {
    String field = name.replaceFirst("^.*/", "");
    boolean identifier = isIdentifier(description.resolved(schema));
    if (identifier
        || (LIKE_A_REFERENCE.matcher(field).matches()
            && !Kind.NO_REFERENCE.contains(field)
            && !description.resolved(schema).has("items"))) {
      places.add(new Place(In.BODY, pointer, Kind.inField(field)));
    } else if (!schema.isMissingNode()) {
      addFields(description, schema, pointer, places);
    }
  }

  private static boolean isIdentifier(JsonNode schema) {
    return schema.path("format").asText().equals("uuid");
  }

  /** Whether an ordinary request, the example, names something here. */
  boolean isFilledIn(Operation operation) {
    return switch (in) {
      case PATH -> true;
      case QUERY -> false;
      case BODY -> !operation.example().at(name).isMissingNode();
    };
  }

  /** The address up to and with the last placeholder: the resource that is looked for. */
  static String resource(String template) {
    return PLACEHOLDER
        .matcher(template)
        .results()
        .map(MatchResult::end)
        .reduce((first, last) -> last)
        .map(end -> template.substring(0, end))
        .orElse(template);
  }

  @Override
  public String toString() {
    return kind + " in " + in + " " + name;
  }
}
