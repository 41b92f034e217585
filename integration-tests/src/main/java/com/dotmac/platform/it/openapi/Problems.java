package com.dotmac.platform.it.openapi;

import com.dotmac.platform.app.http.Problem;
import com.dotmac.platform.app.http.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Refusals: a response for each status with the codes that it can have, and an example of each. */
final class Problems {
  private static final String ID_OF_REQUEST = "019bd000-0000-7000-8000-000000000000";

  private final Schemas schemas;
  private final Comments comments;
  private final Map<String, ObjectNode> responses = new TreeMap<>();
  private final Map<String, ObjectNode> examples = new TreeMap<>();

  Problems(Schemas schemas, Comments comments) {
    this.schemas = schemas;
    this.comments = comments;
  }

  /** Responses that several operations share, by name. */
  Map<String, ObjectNode> responses() {
    return responses;
  }

  /** One example for each code that was used. */
  Map<String, ObjectNode> examples() {
    return examples;
  }

  /** Responses with these codes, by status. */
  Map<String, ObjectNode> responses(Collection<ProblemCode> codes) {
    return codes.stream()
        .collect(
            Collectors.groupingBy(
                code -> Integer.toString(code.status()),
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.toCollection(TreeSet::new), this::response)));
  }

  private ObjectNode response(Collection<ProblemCode> codes) {
    if (codes.size() > 1) {
      return described(codes);
    }
    String name = codes.iterator().next().slug();
    if (!responses.containsKey(name)) {
      responses.put(name, described(codes));
    }
    return Nodes.reference("responses", name);
  }

  private ObjectNode described(Collection<ProblemCode> codes) {
    ObjectNode response = Nodes.object();
    response.put(
        "description",
        codes.stream()
            .map(
                code ->
                    "* [`%s`](%s): %s"
                        .formatted(
                            code.slug(), type(code), comments.of(ProblemCode.class, code.name())))
            .collect(Collectors.joining("\n")));
    Headers.ofRefusal(codes, response.putObject("headers"));
    ObjectNode content = response.putObject("content").putObject(Problem.MEDIA_TYPE.toString());
    ObjectNode ofCodes = Nodes.object();
    ofCodes
        .putObject("properties")
        .putObject("code")
        .set("enum", Nodes.array(codes.stream().map(ProblemCode::slug).toList()));
    content.putObject("schema").putArray("allOf").add(schemas.answered(Problem.class)).add(ofCodes);
    ObjectNode shown = content.putObject("examples");
    codes.forEach(code -> shown.set(code.slug(), example(code)));
    return response;
  }

  /** Address of the page that says what to do. */
  private static String type(ProblemCode code) {
    return "/problems/" + code.slug();
  }

  private ObjectNode example(ProblemCode code) {
    if (!examples.containsKey(code.slug())) {
      Problem problem =
          new Problem(
              type(code),
              code.title(),
              code.status(),
              code.slug(),
              code.title() + ".",
              ID_OF_REQUEST,
              List.of(),
              code.passing());
      ObjectNode example = Nodes.object().put("summary", code.title());
      example.set("value", Nodes.value(problem));
      examples.put(code.slug(), example);
    }
    return Nodes.reference("examples", code.slug());
  }
}
