package com.dotmac.platform.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RawRequest;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every change of something that is there says which state of it the caller has read. */
@NeedsPlatform
class IfMatchIT {
  /** Steps that hold whatever became of the resource meanwhile, each with the reason. */
  private static final Map<String, String> WITHOUT =
      Map.of(
          "POST /api/v1/api-keys/{id}/revoke", "a key that leaked is shut by who has only its id",
          "POST /api/v1/users/{id}/reset-second-factor", "it is off then, whatever became of him",
          "POST /api/v1/messages/{id}/retry", "only what failed is taken up, once whoever asks",
          "POST /api/v1/users/{id}/invite", "only a mail is written; who has a password gets none",
          "DELETE /api/v1/me/sessions/{id}", "a session is ended whatever became of it",
          "DELETE /api/v1/users/{userId}/identities/{id}", "an identity never changes");

  /** Steps that are refused without a body before anything else. */
  private static final Map<String, Object> BODIES =
      Map.ofEntries(
          Map.entry("POST /api/v1/commission-events/{id}/block", Map.of("reason", "odd")),
          Map.entry("POST /api/v1/commission-events/{id}/cancel", Map.of("reason", "odd")),
          Map.entry("POST /api/v1/commission-events/{id}/unblock", Map.of("reason", "clear")),
          Map.entry("POST /api/v1/partner-applications/{id}/reject", Map.of("reason", "unknown")),
          Map.entry(
              "POST /api/v1/partner-commissions/{id}/versions",
              Map.of("terms", Map.of("model", "percent", "rate", "0.1"))),
          Map.entry("POST /api/v1/partner-referrals/{id}/invalidate", Map.of("reason", "spam")),
          Map.entry("POST /api/v1/partner-referrals/{id}/lose", Map.of("reason", "bought none")),
          Map.entry("POST /api/v1/payouts/{id}/complete", Map.of("reference", "SEPA 1")),
          Map.entry("POST /api/v1/payout-batches/{id}/complete", Map.of("reference", "SEPA 1")),
          Map.entry("POST /api/v1/payouts/{id}/fail", Map.of("reason", "account closed")),
          Map.entry("POST /api/v1/portal/referrals/{id}/withdraw", Map.of("reason", "moved")),
          Map.entry(
              "POST /api/v1/subscriptions/{id}/change-plan",
              Map.of("planId", "00000000-0000-7000-8000-000000000001", "when", "now")),
          Map.entry("POST /api/v1/tenants/{id}/suspend", Map.of("reason", "unpaid")),
          Map.entry(
              "PUT /api/v1/users/{id}/roles",
              Map.of("standardRoles", List.of(), "roleIds", List.of())));

  private final RunningPlatform platform;
  private final ATenant tenant;
  private final ApiClient api;
  private final ApiClient ofThePlatform;

  IfMatchIT(RunningPlatform platform) {
    this.platform = platform;
    tenant = ATenant.of(platform);
    api = tenant.api();
    ofThePlatform = ATenant.ofThePlatform(platform).api(EnumSet.allOf(Permission.class));
  }

  @TestFactory
  Stream<DynamicTest> a_change_without_the_tag_that_was_read_is_refused() {
    return Endpoint.all().stream()
        .filter(IfMatchIT::changesSomething)
        .filter(endpoint -> !WITHOUT.containsKey(endpoint.toString()))
        .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> refuses(endpoint)));
  }

  /** A step is posted below the resource that takes it, which goes by the name of {@code id}. */
  private static boolean changesSomething(Endpoint endpoint) {
    return switch (endpoint.verb()) {
      case "PATCH", "PUT", "DELETE" -> true;
      case "POST" -> endpoint.template().contains("{id}");
      default -> false;
    };
  }

  @Test
  void the_tag_of_a_compressed_answer_is_that_of_the_resource() {
    ApiAnswer partner =
        APartner.any().with("metadata", Map.of("note", "x".repeat(400))).createdBy(api);
    String compressed =
        RawRequest.send(
            platform,
            List.of(
                "GET " + APartner.path(partner) + " HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer "
                    + tenant.key("k", Permission.ofEveryTenant(), null).token(),
                "Accept-Encoding: gzip",
                "Connection: close"));
    assertThat(compressed).contains("Content-Encoding: gzip\r\n");
    String tag = compressed.replaceAll("(?s).*\r\nETag: ([^\r]*)\r\n.*", "$1");
    ApiAnswer changed = api.ifMatch(tag).patch(APartner.path(partner), Map.of("tier", "gold"));
    assertThat(changed.status()).as(tag).isEqualTo(200);
    assertThat(api.ifMatch(tag).patch(APartner.path(partner), Map.of("tier", "silver")).status())
        .isEqualTo(412);
  }

  private ApiClient caller(Endpoint endpoint) {
    if (endpoint.template().startsWith("/api/v1/portal/")) {
      return api.with("Partner-Id", APartner.any().createdBy(api, "active").text("id"));
    }
    return endpoint.isOfThePlatform() ? ofThePlatform : api;
  }

  private void refuses(Endpoint endpoint) {
    @Nullable Object body =
        endpoint.verb().equals("PATCH") ? Map.of() : BODIES.get(endpoint.toString());
    ApiClient caller = caller(endpoint).once();
    String path = endpoint.addressOfNothing();
    assertThat(caller.send(endpoint.verb(), path, body).status()).isEqualTo(428);
    for (String foreign : new String[] {"\"x\"", "W/\"0\"", "*", "0"}) {
      assertThat(caller.ifMatch(foreign).send(endpoint.verb(), path, body).status())
          .as(foreign)
          .isEqualTo(412);
    }
  }
}
