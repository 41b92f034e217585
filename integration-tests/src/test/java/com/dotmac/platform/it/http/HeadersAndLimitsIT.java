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
import com.dotmac.platform.it.harness.TestDatabase;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class HeadersAndLimitsIT {
  private final RunningPlatform platform;
  private final ApiClient nobody;
  private final ApiClient api;

  HeadersAndLimitsIT(RunningPlatform platform) {
    this.platform = platform;
    nobody = ApiClient.of(platform);
    api = ATenant.of(platform).api();
  }

  @Test
  void every_answer_forbids_guessing_storing_framing_and_telling() {
    for (ApiAnswer answer :
        List.of(
            api.get(APartner.PATH),
            APartner.any().createdBy(api),
            nobody.get(APartner.PATH),
            nobody.get("/nothing"),
            nobody.get("/problems/not-found"),
            nobody.get("/health-check?type=ready"),
            ApiClient.ofAdmin(platform).get("/schema"))) {
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Cache-Control")).contains("no-store");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Content-Security-Policy"))
          .contains("default-src 'none'", "frame-ancestors 'none'");
      assertThat(answer.header("Server")).isEmpty();
    }
  }

  @Test
  void a_page_of_a_stranger_gets_no_leave_to_call() {
    ApiAnswer preflight =
        nobody
            .with("Origin", "https://stranger.example")
            .with("Access-Control-Request-Method", "POST")
            .send("OPTIONS", APartner.PATH, null);
    ApiAnswer call = api.with("Origin", "https://stranger.example").get(APartner.PATH);
    assertThat(preflight.headers().map().keySet()).noneMatch(HeadersAndLimitsIT::isOfOrigins);
    assertThat(call.headers().map().keySet()).noneMatch(HeadersAndLimitsIT::isOfOrigins);
  }

  @Test
  void a_page_of_a_listed_origin_may_call_and_no_other(TestDatabase database) {
    try (RunningPlatform open =
        RunningPlatform.on(
            database,
            settings ->
                settings
                    .getApi()
                    .setAllowedOrigins("https://portal.example, https://desk.example"))) {
      assertThat(allowedOrigin(open, "https://portal.example")).isEqualTo("https://portal.example");
      assertThat(allowedOrigin(open, "https://desk.example")).isEqualTo("https://desk.example");
      assertThat(allowedOrigin(open, "https://portalxexample")).isEmpty();
      assertThat(allowedOrigin(open, "https://portal.example.evil.example")).isEmpty();
    }
  }

  private static String allowedOrigin(RunningPlatform open, String origin) {
    return ApiClient.of(open)
        .with("Origin", origin)
        .with("Access-Control-Request-Method", "POST")
        .send("OPTIONS", APartner.PATH, null)
        .header("Access-Control-Allow-Origin");
  }

  private static boolean isOfOrigins(String header) {
    return header.toLowerCase(Locale.ROOT).startsWith("access-control-");
  }

  @Test
  void a_body_that_says_it_is_too_large_is_refused_before_it_is_sent() {
    String answer =
        RawRequest.send(
            platform,
            List.of(
                "POST /api/v1/partners HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 1048577"));
    assertThat(answer)
        .startsWith("HTTP/1.1 413 ")
        .contains("application/problem+json", "\"code\":\"body-too-large\"");
  }

  @Test
  void a_body_that_does_not_say_its_size_is_read_no_further_than_the_limit() {
    String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    String answer =
        RawRequest.send(
            platform,
            """
            POST /api/v1/partners HTTP/1.1\r
            Host: localhost\r
            Connection: close\r
            Authorization: %s\r
            Content-Type: application/json\r
            Transfer-Encoding: chunked\r
            \r
            """
                    .formatted(
                        "Bearer "
                            + ATenant.of(platform)
                                .key("a key", Permission.ofEveryTenant(), null)
                                .token())
                + chunk.repeat(17));
    assertThat(answer)
        .startsWith("HTTP/1.1 413 ")
        .contains("application/problem+json", "\"code\":\"body-too-large\"");
  }

  @Test
  void json_that_was_made_to_cost_time_is_not_read_to_its_end() {
    for (String field :
        List.of(
            "\"legalName\": \"" + "x".repeat(100_001) + "\"",
            "\"defaultCommissionRate\": " + "1".repeat(101),
            "\"" + "n".repeat(257) + "\": 1")) {
      ApiAnswer answer =
          api.post(
              APartner.PATH,
              "{\"companyName\": \"A\", \"primaryEmail\": \"a@b.example\", " + field + "}");
      assertThat(answer.status() + " " + answer.code()).isEqualTo("400 malformed-request");
      assertThat(answer.text("detail")).contains("too long");
    }
    assertThat(api.get(APartner.PATH).rows()).isEmpty();
  }
}
