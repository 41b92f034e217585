package com.dotmac.platform.it.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that is nearly right, as bytes.
 *
 * @param verb HTTP method
 * @param path as it is sent, without its query
 * @param query as it is sent, without the question mark; empty where there is none
 * @param headers lines
 * @param body as it is sent, each character a byte; {@code null}: none
 */
record HostileCall(
    String verb, String path, String query, List<String> headers, @Nullable String body) {

  private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  /** Values that a header may have to the surprise of who reads it, by its name. */
  private static final Map<String, List<String>> HEADERS = known();

  private static final List<String> ODD =
      List.of(
          "",
          "*",
          "\"",
          "\"0\", \"1\"",
          "W/\"0\"",
          "\"99999999999999999999\"",
          "\u00e9\u00ff",
          "a\tb",
          "a\u0001b",
          "x".repeat(300),
          "x".repeat(5_000),
          "'; DROP TABLE partners; --",
          "a\r\n b",
          "a\r\nX-Injected: b",
          "${env:HOME}",
          "%0d%0aX-Injected:%20b");

  private static Map<String, List<String>> known() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("If-Match", List.of("\"0\"", "*", "\"-1\"", "0", "\"0\",\"1\""));
    headers.put("Idempotency-Key", List.of("a b", "\u00e9", "k", "x".repeat(256)));
    headers.put(
        "Content-Type",
        List.of(
            "text/plain",
            "application/json; charset=UTF-16",
            "application/json; charset=no-such",
            "application/merge-patch+json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/*+json",
            "*/*",
            "nonsense",
            "application/json;;=",
            "application/xml"));
    headers.put(
        "Accept",
        List.of(
            "application/xml",
            "text/html;q=9",
            "nonsense",
            "*/*;q=0",
            "application/*",
            ",,,",
            "a/b/c"));
    headers.put("Accept-Encoding", List.of("br;q=1.0, identity;q=0", "*;q=0", "no-such;q=x"));
    headers.put("Content-Encoding", List.of("gzip", "deflate", "br", "gzip, gzip", "no-such"));
    headers.put("Accept-Language", List.of("tr", "xx-YY;q=5", "*", "-"));
    headers.put("Accept-Charset", List.of("utf-16", "no-such", "*;q=0"));
    headers.put("X-Request-Id", List.of("a b", "<x>", "x".repeat(65), "\u00e9"));
    headers.put("X-HTTP-Method-Override", List.of("DELETE", "GET"));
    headers.put("X-Forwarded-For", List.of("1.2.3.4", "::1, x", "unknown"));
    headers.put("X-Forwarded-Proto", List.of("https", "javascript"));
    headers.put("X-Forwarded-Host", List.of("evil.example", "a b"));
    headers.put("Forwarded", List.of("for=\"[::1]\";host=evil.example;proto=x", ";;;"));
    headers.put("Host", List.of("evil.example:99999", "a b", "[::1", "localhost"));
    headers.put("Origin", List.of("null", "https://evil.example"));
    headers.put("Range", List.of("bytes=0-", "bytes=-1", "lines=5"));
    headers.put("If-None-Match", List.of("*", "\"0\"", "W/\"0\""));
    headers.put("If-Modified-Since", List.of("yesterday", "Thu, 01 Jan 1970 00:00:00 GMT"));
    headers.put("If-Unmodified-Since", List.of("Thu, 01 Jan 1970 00:00:00 GMT", "x"));
    headers.put("Expect", List.of("200-ok", "something"));
    headers.put("Cookie", List.of("a=b; =; ;", "$Version=1", "a=\u0001"));
    headers.put("traceparent", List.of("00-0-0-0", "00-" + "f".repeat(32) + "-0-01", "x"));
    headers.put("Upgrade", List.of("h2c", "websocket"));
    headers.put("TE", List.of("trailers", "x;q=9"));
    return headers;
  }

  /**
   * Does something to a request that works.
   *
   * @param good the request, which this does nothing to
   * @param credential of the caller
   * @param tag of what is changed
   * @param parameters of the query that the operation knows
   * @param fields of the body that the operation knows; {@code null}: it takes no body
   */
  static HostileCall of(
      Chance chance,
      Call good,
      String credential,
      String tag,
      List<String> parameters,
      @Nullable List<String> fields) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", "localhost");
    headers.put("Authorization", "Bearer " + credential);
    headers.put("If-Match", tag);
    if (good.once()) {
      headers.put("Idempotency-Key", UUID.randomUUID().toString());
    }
    JsonNode sent = good.body();
    String body =
        sent == null ? null : HostileJson.asBytes(sent.toString(), StandardCharsets.UTF_8);
    String path = good.path();
    String query = "";
    int kind = chance.below(fields == null ? 5 : 10);
    if (kind >= 4 && fields != null) {
      body = HostileJson.by(chance, sent == null ? NOTHING : sent, fields);
    }
    if (kind == 0) {
      path = path(chance, good.path());
    }
    if (kind == 1 || (kind == 4 && fields == null)) {
      query = query(chance, parameters);
    }
    if (body != null) {
      headers.put("Content-Type", "application/json");
    }
    if (kind == 2 || kind == 3 || chance.onceIn(8)) {
      List<Map.Entry<String, List<String>>> known = List.copyOf(HEADERS.entrySet());
      // Half of the time one that the API itself reads: these come first.
      Map.Entry<String, List<String>> header =
          known.get(chance.below(chance.onceIn(2) ? 4 : known.size()));
      headers.put(header.getKey(), chance.of(chance.onceIn(3) ? ODD : header.getValue()));
    }
    return new HostileCall(good.verb(), path, query, lines(headers), body);
  }

  private static List<String> lines(Map<String, String> headers) {
    return headers.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList();
  }

  /** Puts something else in the place of one segment behind the version. */
  private static String path(Chance chance, String path) {
    String[] segments = path.split("/", -1);
    int place = 3 + chance.below(segments.length - 3);
    String other =
        chance.onceIn(4)
            ? chance.of(
                List.of("%00", "%2e%2e", "%2f", "%zz", "%ff%fe", ";a=b", "%", "a%20b", "%e2%80%ae"))
            : encoded(HostileText.by(chance));
    segments[place] = other.isEmpty() ? "-" : other;
    return String.join("/", segments);
  }

  private static String query(Chance chance, List<String> parameters) {
    List<String> pairs = new ArrayList<>();
    for (int left = chance.below(3); left >= 0; left--) {
      String name =
          parameters.isEmpty() || chance.onceIn(6)
              ? encoded(HostileText.by(chance))
              : chance.of(parameters);
      pairs.add(
          chance.onceIn(8)
              ? name + chance.of(List.of("", "=%zz", "=%ff", "=%", "&&", "=a&" + name + "=b"))
              : name + "=" + encoded(HostileText.by(chance)));
    }
    return String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The request line, the headers and the body. */
  byte[] bytes() {
    String target = query.isEmpty() ? path : path + "?" + query;
    List<String> lines = new ArrayList<>(List.of(verb + " " + target + " HTTP/1.1"));
    lines.addAll(headers);
    lines.add("Connection: close");
    if (body != null) {
      lines.add("Content-Length: " + body.length());
    }
    String head = String.join("\r\n", lines) + "\r\n\r\n";
    return (body == null ? head : head + body).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    String sent = new String(bytes(), StandardCharsets.UTF_8);
    String harmless = sent.replaceAll("Bearer \\S+", "Bearer …");
    return harmless.length() > 3_000 ? harmless.substring(0, 3_000) + "…" : harmless;
  }
}
