package com.dotmac.platform.it.openapi;

import com.dotmac.platform.it.harness.AnswerCheck;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds each answer in the tests against the committed description: status, headers, media type and
 * body. An address that is not described may only be refused.
 */
public final class DeclaredAnswers implements AnswerCheck {
  private static final String API = "/api/";
  private static final JsonNode PROBLEM =
      JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/Problem");

  /** Methods that the framework answers at every address. */
  private static final Set<String> OF_THE_FRAMEWORK = Set.of("HEAD", "OPTIONS");

  /** What the server refuses by the protocol alone, before it looks for an operation. */
  private static final Set<Integer> OF_THE_SERVER = Set.of(417, 501, 505);

  private final Description description;

  /** Against the committed description. */
  public DeclaredAnswers() {
    this(Description.committed());
  }

  /** Against another one. */
  DeclaredAnswers(Description description) {
    this.description = description;
  }

  @Override
  public void check(String method, String path, ApiAnswer answer) {
    List<String> faults = faults(method, path, answer);
    if (!faults.isEmpty()) {
      throw new AssertionError(
          """
          %s %s was answered with %d, and docs/openapi.json does not say so:
            %s
          Mend the answer; or, if it is right, add what is missing to the resource (@Answers, \
          @Refuses, the Json type) and run: make golden
          The answer: %s\
          """
              .formatted(
                  method, path, answer.status(), String.join("\n  ", faults), answer.body()));
    }
  }

  List<String> faults(String method, String path, ApiAnswer answer) {
    String address = path.replaceFirst("\\?.*", "");
    if (!address.startsWith(API) || OF_THE_FRAMEWORK.contains(method)) {
      return List.of();
    }
    List<String> faults = new ArrayList<>(EnvelopeCheck.faults(answer));
    faults.addAll(
        description
            .operation(method, address)
            .filter(operation -> !OF_THE_SERVER.contains(answer.status()))
            .map(operation -> faults(operation.declared(), answer))
            .orElseGet(() -> faultsOfNoOperation(answer)));
    return faults;
  }

  private List<String> faultsOfNoOperation(ApiAnswer answer) {
    return answer.status() < 400
        ? List.of("there is no such operation")
        : description.faults(PROBLEM, answer.json());
  }

  private List<String> faults(JsonNode operation, ApiAnswer answer) {
    JsonNode response =
        description.resolved(operation.path("responses").path(Integer.toString(answer.status())));
    if (response.isMissingNode()) {
      return List.of("the operation has no status " + answer.status());
    }
    List<String> faults = new ArrayList<>();
    response
        .path("headers")
        .properties()
        .forEach(
            header -> {
              boolean required =
                  description.resolved(header.getValue()).path("required").asBoolean();
              if (required && answer.header(header.getKey()).isEmpty()) {
                faults.add("the header " + header.getKey() + " is missing");
              }
            });
    String type = answer.header("Content-Type").replaceFirst(";.*", "");
    JsonNode content = response.path("content").path(type);
    if (content.isMissingNode()) {
      faults.add("the status has no content of type '" + type + "'");
    } else if (content.has("schema")) {
      faults.addAll(description.faults(content.path("schema"), answer.json()));
    }
    return faults;
  }
}
