package com.dotmac.platform.it.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to a running platform as a program of a customer would: over HTTP, with one key. Every
 * answer is searched for names of classes and SQL, which no caller may ever see, and shown to the
 * {@link AnswerCheck}s. Holds no state but the headers it sends; may be used by many threads.
 */
public final class ApiClient {
  private static final HttpClient SHARED = connections();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<AnswerCheck> CHECKS =
      ServiceLoader.load(AnswerCheck.class).stream().map(ServiceLoader.Provider::get).toList();

  private final HttpClient http;
  private final Function<String, URI> addresses;
  private final Map<String, String> headers;
  private final List<AnswerCheck> checks;

  private ApiClient(
      HttpClient http,
      Function<String, URI> addresses,
      Map<String, String> headers,
      List<AnswerCheck> checks) {
    this.http = http;
    this.addresses = addresses;
    this.headers = headers;
    this.checks = checks;
  }

  /** A caller without a key. */
  public static ApiClient of(RunningPlatform platform) {
    return new ApiClient(SHARED, platform::uri, Map.of(), CHECKS);
  }

  /** A caller without a key of a platform in another process, which may be of another release. */
  public static ApiClient at(URI root) {
    return new ApiClient(SHARED, root::resolve, Map.of(), List.of());
  }

  /** A caller of the administration. */
  public static ApiClient ofAdmin(RunningPlatform platform) {
    return new ApiClient(SHARED, platform::adminUri, Map.of(), List.of());
  }

  /** The same caller with this key. */
  public ApiClient withKey(String key) {
    return with("Authorization", "Bearer " + key);
  }

  /** The same caller, who sends this header too. */
  public ApiClient with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ApiClient(http, addresses, more, checks);
  }

  /** The same caller, who has read the resource with this tag. */
  public ApiClient ifMatch(String etag) {
    return with("If-Match", etag);
  }

  /** Whether every request has this header. */
  public boolean sends(String header) {
    return headers.containsKey(header);
  }

  /** The same caller, whose next request has an idempotency key that nobody used. */
  public ApiClient once() {
    return with("Idempotency-Key", UUID.randomUUID().toString());
  }

  /**
   * The same caller on connections that nobody else uses: for requests whose body the server may
   * refuse half-read, after which it closes the connection under whoever comes next.
   */
  public ApiClient onConnectionsOfItsOwn() {
    return new ApiClient(connections(), addresses, headers, checks);
  }

  /** Reads. */
  public ApiAnswer get(String path) {
    return send("GET", path, null);
  }

  /** Posts nothing. */
  public ApiAnswer post(String path) {
    return send("POST", path, null);
  }

  /** Posts a body: a text goes as it is, anything else as JSON. */
  public ApiAnswer post(String path, Object body) {
    return send("POST", path, body);
  }

  /** Changes. */
  public ApiAnswer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  /** Deletes. */
  public ApiAnswer delete(String path) {
    return send("DELETE", path, null);
  }

  /**
   * Sends any request.
   *
   * @param body {@code null}: none
   */
  public ApiAnswer send(String method, String path, @Nullable Object body) {
    HttpResponse<String> answer = send(method, path, body, BodyHandlers.ofString());
    ApiAnswer seen = ApiAnswer.of(answer.statusCode(), answer.headers(), answer.body());
    checks.forEach(check -> check.check(method, path, seen));
    return seen;
  }

  /** Reads a file, byte by byte; an error if there is none. */
  public byte[] file(String path) {
    HttpResponse<byte[]> answer = send("GET", path, null, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new AssertionError("There is no file at " + path + ": " + answer.statusCode());
    }
    return answer.body();
  }

  private <T> HttpResponse<T> send(
      String method, String path, @Nullable Object body, BodyHandler<T> handler) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(addresses.apply(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, publisher(body));
    if (body != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    try {
      return http.send(request.build(), handler);
    } catch (IOException e) {
      throw new AssertionError("No answer to " + method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted in " + method + " " + path, e);
    }
  }

  private static HttpClient connections() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private static BodyPublisher publisher(@Nullable Object body) {
    if (body == null) {
      return BodyPublishers.noBody();
    }
    try {
      return BodyPublishers.ofString(
          body instanceof String text ? text : JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The body cannot be written as JSON", e);
    }
  }
}
