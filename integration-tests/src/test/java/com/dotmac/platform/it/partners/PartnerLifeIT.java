package com.dotmac.platform.it.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@NeedsPlatform
class PartnerLifeIT {
  private static final List<String> STATES =
      List.of("pending", "active", "suspended", "terminated", "archived");

  /** Verb, and the state that it leads to. */
  private static final Map<String, String> STEPS =
      Map.of(
          "activate", "active",
          "suspend", "suspended",
          "terminate", "terminated",
          "archive", "archived");

  /** Written down once more, so that a change of the graph is seen here. */
  private static final Set<String> ALLOWED =
      Set.of(
          "pending activate",
          "active suspend",
          "active terminate",
          "suspended activate",
          "suspended terminate",
          "terminated archive");

  private final ApiClient api;

  PartnerLifeIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
  }

  @TestFactory
  Stream<DynamicTest> each_step_from_each_state_is_allowed_or_refused() {
    return STATES.stream()
        .flatMap(state -> STEPS.keySet().stream().sorted().map(step -> state + " " + step))
        .map(pair -> DynamicTest.dynamicTest(pair, () -> attempt(pair)));
  }

  private void attempt(String pair) {
    String state = pair.substring(0, pair.indexOf(' '));
    String step = pair.substring(state.length() + 1);
    ApiAnswer partner = APartner.any().createdBy(api, state);
    ApiAnswer answer = APartner.step(api, partner, step);
    ApiAnswer after = api.get(APartner.path(partner));
    if (ALLOWED.contains(pair)) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text("status")).isEqualTo(STEPS.get(step));
      assertThat(after.json()).isEqualTo(answer.json());
      assertThat(after.etag()).isEqualTo(answer.etag()).isNotEqualTo(partner.etag());
    } else {
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("partner-step-not-allowed");
      assertThat(answer.text("detail")).contains(state);
      assertThat(after.json()).isEqualTo(partner.json());
    }
  }

  @Test
  void a_step_is_based_on_a_version() {
    ApiAnswer partner = APartner.any().createdBy(api);
    assertThat(api.post(APartner.path(partner) + "/activate").status()).isEqualTo(428);
    assertThat(api.ifMatch("\"4\"").post(APartner.path(partner) + "/activate").status())
        .isEqualTo(412);
  }

  @Test
  void terminating_ends_the_running_accounts_and_frees_their_customers() {
    ApiAnswer partner = APartner.any().createdBy(api, "active");
    ApiAnswer customer = ACustomer.any().createdBy(api);
    ApiAnswer gone = ACustomer.any().createdBy(api);
    ApiAnswer running = ACustomer.given(api, customer, partner);
    ApiAnswer ended = ACustomer.given(api, gone, partner);
    String accounts = APartner.path(partner) + "/accounts";
    ended = api.ifMatch(ended.etag()).delete(accounts + "/" + ended.id());

    ApiAnswer terminated = APartner.step(api, partner, "terminate");

    assertThat(api.get(accounts).rows()).isEmpty();
    ApiAnswer after = api.get(accounts + "/" + running.id());
    assertThat(after.json().path("active").asBoolean()).isFalse();
    assertThat(after.text("endedAt")).isEqualTo(terminated.text("updatedAt"));
    assertThat(api.get(accounts + "/" + ended.id()).json()).isEqualTo(ended.json());
    ApiAnswer next = APartner.any().createdBy(api, "active");
    assertThat(ACustomer.given(api, customer, next).status()).isEqualTo(201);
  }

  @Test
  void suspending_keeps_the_accounts() {
    ApiAnswer partner = APartner.any().createdBy(api, "active");
    ApiAnswer account = ACustomer.given(api, ACustomer.any().createdBy(api), partner);
    APartner.step(api, partner, "suspend");
    assertThat(api.get(APartner.path(partner) + "/accounts").column("id"))
        .containsExactly(account.text("id"));
  }

  @Test
  void an_archived_partner_is_closed_to_changes_and_open_to_readers() {
    ApiAnswer partner = APartner.any().createdBy(api, "archived");
    ApiAnswer change =
        api.ifMatch(partner.etag()).patch(APartner.path(partner), Map.of("tier", "gold"));
    assertThat(change.status()).isEqualTo(409);
    assertThat(change.code()).isEqualTo("partner-archived");
    ApiAnswer user =
        api.post(
            APartner.path(partner) + "/users",
            Map.of("firstName", "A", "lastName", "B", "email", "a@b.example", "role", "finance"));
    assertThat(user.code()).isEqualTo("partner-archived");
    assertThat(api.get(APartner.path(partner)).json()).isEqualTo(partner.json());
  }

  @Test
  void a_step_may_say_why() {
    ApiAnswer partner = APartner.any().createdBy(api);
    ApiAnswer answer =
        api.ifMatch(partner.etag())
            .post(APartner.path(partner) + "/activate", Map.of("reason", "signed"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(
            api.ifMatch(answer.etag())
                .post(APartner.path(partner) + "/suspend", Map.of("reason", "x".repeat(501)))
                .faults())
        .containsExactly("/reason");
  }
}
