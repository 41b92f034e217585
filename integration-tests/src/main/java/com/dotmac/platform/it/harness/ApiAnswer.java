package com.dotmac.platform.it.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the API answered.
 *
 * @param status HTTP status
 * @param headers headers
 * @param body the body as it came
 * @param json the body as JSON; a missing node where it is none
 */
public record ApiAnswer(int status, HttpHeaders headers, String body, JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What tells a stranger how the product is built: names of classes, and SQL. */
  private static final Pattern INSIDES =
      Pattern.compile("Exception|\\borg\\.|com\\.dotmac|SELECT|\\bat java\\.");

  static ApiAnswer of(int status, HttpHeaders headers, String body) {
    refuseInsides(headers.map().toString());
    refuseInsides(body);
    return new ApiAnswer(status, headers, body, parsed(headers, body));
  }

  /**
   * Reads an answer of HTTP/1.1 as it came over the wire, on a connection that was closed after it.
   *
   * @throws AssertionError if it is none, or shows the insides of the product
   */
  public static ApiAnswer parsed(String answer) {
    String[] parts = answer.split("\r\n\r\n", 2);
    String[] lines = parts[0].split("\r\n", -1);
    if (parts.length < 2 || !lines[0].matches("HTTP/1\\.1 \\d{3}( .*)?")) {
      throw new AssertionError("This is no answer of HTTP/1.1: " + answer);
    }
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; i < lines.length; i++) {
      String[] sides = lines[i].split(": ?", 2);
      headers.computeIfAbsent(sides[0], first -> new ArrayList<>()).add(sides[1]);
    }
    boolean chunked = headers.getOrDefault("Transfer-Encoding", List.of()).contains("chunked");
    return of(
        Integer.parseInt(lines[0].substring(9, 12)),
        HttpHeaders.of(headers, (name, value) -> true),
        chunked ? joined(parts[1]) : parts[1]);
  }

  /** A body without the lines that say how long the next piece is. */
  private static String joined(String chunks) {
    return chunks.replaceAll("(^|\r\n)[0-9a-fA-F]+\r\n", "").replaceFirst("\r\n$", "");
  }

  /**
   * Ends the test if the text names classes or SQL.
   *
   * @throws AssertionError if it does
   */
  static void refuseInsides(String text) {
    if (INSIDES.matcher(text).find()) {
      throw new AssertionError("The API shows its insides: " + text);
    }
  }

  /** The identifier of the resource in the body. */
  public UUID id() {
    return UUID.fromString(text("id"));
  }

  /** A field of the body as text; empty where it is absent. */
  public String text(String field) {
    return json.path(field).asText();
  }

  /** The code of the problem. */
  public String code() {
    return text("code");
  }

  /** A header; empty where there is none. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The entity tag, quotes included. */
  public String etag() {
    return header("ETag");
  }

  /** The rows of a page. */
  public List<JsonNode> rows() {
    return stream(json.path("data")).toList();
  }

  /** This field of each row of a page. */
  public List<String> column(String field) {
    return rows().stream().map(row -> row.path(field).asText()).toList();
  }

  /** Where to ask for the next page; empty on the last. */
  public Optional<String> nextCursor() {
    JsonNode cursor = json.path("nextCursor");
    return cursor.isTextual() ? Optional.of(cursor.asText()) : Optional.empty();
  }

  /** Places of the faults: JSON pointers, and names of parameters. */
  public List<String> faults() {
    return stream(json.path("errors"))
        .map(fault -> fault.path(fault.has("pointer") ? "pointer" : "parameter").asText())
        .toList();
  }

  /** The body of a problem without what differs from request to request. */
  public String withoutRequestId() {
    return json instanceof ObjectNode problem
        ? problem.deepCopy().remove(List.of("requestId")).toString()
        : body;
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode parsed(HttpHeaders headers, String body) {
    if (!headers.firstValue("Content-Type").orElse("").contains("json")) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("The API calls this JSON: " + body, e);
    }
  }
}
