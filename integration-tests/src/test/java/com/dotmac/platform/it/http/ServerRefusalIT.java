package com.dotmac.platform.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RawRequest;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the server refuses before a resource is found has the shape of every other refusal. */
@NeedsPlatform
class ServerRefusalIT {
  private static final String HOST = "Host: localhost";
  private static final String CLOSE = "Connection: close";

  private final RunningPlatform platform;
  private final ApiClient api;

  ServerRefusalIT(RunningPlatform platform) {
    this.platform = platform;
    api = ATenant.of(platform).api();
  }

  @Test
  void a_request_that_is_no_http_is_answered_with_a_problem() {
    Map<List<String>, Integer> requests = new LinkedHashMap<>();
    requests.put(List.of("GET /%2e%2e%2f HTTP/1.1", HOST, CLOSE), 400);
    requests.put(List.of("GET /%zz HTTP/1.1", HOST, CLOSE), 400);
    requests.put(List.of("GET / HTTP/9.9", HOST, CLOSE), 505);
    requests.put(List.of("GET / HTTP/1.1", CLOSE), 400);
    requests.put(List.of("GET / HTTP/1.1", HOST, "Bad Header: x", CLOSE), 400);
    requests.put(List.of("GET / HTTP/1.1", HOST, "X-Long: " + "x".repeat(20_000), CLOSE), 431);
    requests.put(List.of("GET /?q=" + "x".repeat(20_000) + " HTTP/1.1", HOST, CLOSE), 414);
    requests.put(List.of("POST / HTTP/1.1", HOST, "Content-Length: many", CLOSE), 400);
    requests.put(List.of("BREW /pot HTTP/1.1", HOST, CLOSE), 405);
    requests.put(List.of("TRACE / HTTP/1.1", HOST, CLOSE), 405);
    requests.forEach(
        (request, status) -> {
          String answer = RawRequest.send(platform, request);
          assertThat(answer).as(request.get(0)).startsWith("HTTP/1.1 " + status + " ");
          assertThat(answer)
              .as(request.get(0))
              .contains(
                  "Content-Type: application/problem+json\r\n",
                  "X-Content-Type-Options: nosniff\r\n",
                  "X-Request-Id: ",
                  "\"requestId\":",
                  "\"type\":\"/problems/",
                  status == 405 ? "Allow: " : "\"status\":" + status)
              .doesNotContainIgnoringCase("jetty");
        });
  }

  @Test
  void a_parameter_in_no_known_alphabet_is_refused() {
    String authorization =
        "Authorization: Bearer "
            + ATenant.of(platform).key("k", Permission.ofEveryTenant(), null).token();
    for (String query : List.of("?search=%ff", "?search=%zz", "?search=%", "?%00=1")) {
      String answer =
          RawRequest.send(platform, List.of("GET /problems" + query + " HTTP/1.1", HOST, CLOSE));
      assertThat(answer).as(query).startsWith("HTTP/1.1 4").contains("application/problem+json");
      String ofTheApi =
          RawRequest.send(
              platform,
              List.of("GET " + APartner.PATH + query + " HTTP/1.1", HOST, authorization, CLOSE));
      assertThat(ofTheApi)
          .as(query)
          .startsWith("HTTP/1.1 400 ")
          .contains("\"code\":\"invalid-parameter\"");
    }
  }

  @Test
  void a_form_of_the_body_that_nobody_knows_is_a_problem() {
    for (String type :
        List.of("application/json; charset=no-such", "nonsense", "application/json;;;=", "*/*")) {
      ApiAnswer answer =
          api.onConnectionsOfItsOwn().with("Content-Type", type).post(APartner.PATH, "{}");
      assertThat(answer.status()).as(type).isBetween(400, 499);
      assertThat(answer.header("Content-Type")).as(type).isEqualTo("application/problem+json");
    }
    ApiAnswer text = api.with("Content-Type", "text/plain").post(APartner.PATH, "{}");
    assertThat(text.status()).isEqualTo(415);
    assertThat(text.header("Accept")).isEqualTo("application/json");
  }

  @Test
  void a_body_that_is_not_compressed_as_it_says_is_refused() {
    for (String body : List.of("{}", "\u001f\u008b\b", "")) {
      ApiAnswer answer =
          api.onConnectionsOfItsOwn()
              .with("Content-Encoding", "gzip")
              .with("Idempotency-Key", "k")
              .post(APartner.PATH, body);
      assertThat(answer.status()).as(body).isBetween(400, 422);
    }
    ApiAnswer plain =
        api.onConnectionsOfItsOwn().with("Content-Encoding", "gzip").post(APartner.PATH, "{}");
    assertThat(plain.status() + " " + plain.code()).isEqualTo("400 malformed-request");
  }

  @Test
  void what_the_server_cannot_do_before_it_answers_is_a_problem() {
    String answer =
        RawRequest.send(
            platform, List.of("GET /api/v1/partners HTTP/1.1", HOST, "Expect: a-cake", CLOSE));
    assertThat(answer)
        .startsWith("HTTP/1.1 417 ")
        .contains("application/problem+json", "\"code\":\"request-refused\"");
  }

  @Test
  void an_accepted_form_that_is_nonsense_is_a_problem() {
    for (String accept : List.of("nonsense", "application/", "text/html;q=9")) {
      ApiAnswer answer = api.with("Accept", accept).get(APartner.PATH);
      assertThat(answer.status()).as(accept).isBetween(400, 499);
      assertThat(answer.header("Content-Type")).as(accept).isEqualTo("application/problem+json");
    }
  }
}
