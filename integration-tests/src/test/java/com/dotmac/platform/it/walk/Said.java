package com.dotmac.platform.it.walk;

import com.dotmac.platform.it.harness.ApiAnswer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an answer tells, all of it: status, headers and body, without the time of day, without how
 * many requests the caller has left, and without the names that he sent himself.
 *
 * @param status HTTP status
 * @param headers by name
 * @param body as it came
 */
record Said(int status, Map<String, List<String>> headers, String body) {
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "ratelimit");

  /**
   * Takes what was told.
   *
   * @param sent the names that the request had in it
   */
  static Said by(ApiAnswer answer, Collection<String> sent) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OF_THE_MOMENT.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                headers.put(name, values.stream().map(value -> without(value, sent)).toList());
              }
            });
    if (answer.header("Content-Type").startsWith("application/pdf")) {
      // What is drawn tells the name of the tenant, and is packed so that nobody can take it out.
      headers.remove("Content-Length");
      return new Said(answer.status(), headers, "a file");
    }
    return new Said(answer.status(), headers, without(answer.body(), sent));
  }

  private static String without(String text, Collection<String> names) {
    String rest = text;
    for (String name : names) {
      rest = rest.replace(name, "…");
    }
    return rest;
  }
}
