package com.dotmac.platform.it.openapi;

import com.dotmac.platform.it.harness.ApiAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What holds of every answer of the API, whatever the operation. */
final class EnvelopeCheck {
  private static final String REQUEST_ID = "X-Request-Id";
  private static final List<String> ALWAYS =
      List.of(
          REQUEST_ID,
          "Cache-Control",
          "Content-Security-Policy",
          "Referrer-Policy",
          "X-Content-Type-Options");

  private EnvelopeCheck() {}

  /** What is missing, or contradicts itself. */
  static List<String> faults(ApiAnswer answer) {
    List<String> faults = new ArrayList<>();
    for (String header : ALWAYS) {
      if (answer.header(header).isEmpty()) {
        faults.add("the header " + header + " is missing, which every answer has");
      }
    }
    if (answer.status() >= 400) {
      JsonNode problem = answer.json();
      equal(faults, problem, "status", Integer.toString(answer.status()));
      equal(faults, problem, "type", "/problems/" + problem.path("code").asText());
      equal(faults, problem, "requestId", answer.header(REQUEST_ID));
    }
    return faults;
  }

  private static void equal(List<String> faults, JsonNode problem, String field, String expected) {
    String actual = problem.path(field).asText();
    if (!actual.equals(expected)) {
      faults.add("/%s is '%s' and not '%s'".formatted(field, actual, expected));
    }
  }
}
