package com.dotmac.platform.it.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class PartnerAccountIT {
  private final RunningPlatform platform;
  private final ApiClient api;
  private final ApiAnswer partner;
  private final ApiAnswer customer;
  private final String accounts;

  PartnerAccountIT(RunningPlatform platform) {
    this.platform = platform;
    api = ATenant.of(platform).api();
    partner = APartner.any().createdBy(api, "active");
    customer = ACustomer.any().createdBy(api);
    accounts = APartner.path(partner) + "/accounts";
  }

  @Test
  void a_customer_is_given_to_a_partner() {
    ApiAnswer account =
        api.post(
            accounts,
            Map.of(
                "customerId", customer.text("id"),
                "engagementType", "managed_service",
                "customCommissionRate", "0.0750",
                "notes", "since the fair"));
    assertThat(account.status()).isEqualTo(201);
    assertThat(account.header("Location")).endsWith(accounts + "/" + account.id());
    assertThat(account.text("customCommissionRate")).isEqualTo("0.075");
    assertThat(account.json().path("active").asBoolean()).isTrue();
    assertThat(account.json().path("endedAt").isNull()).isTrue();
    ApiAnswer read = api.get(accounts + "/" + account.id());
    assertThat(read.json()).isEqualTo(account.json());
    assertThat(read.etag()).isEqualTo(account.etag());
    assertThat(api.get(accounts).column("customerId")).containsExactly(customer.text("id"));
  }

  @Test
  void only_an_active_partner_takes_customers() {
    for (String status : List.of("pending", "suspended", "terminated", "archived")) {
      ApiAnswer answer = ACustomer.given(api, customer, APartner.any().createdBy(api, status));
      assertThat(answer.status()).as(status).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("partner-not-active");
    }
  }

  @Test
  void an_identifier_has_one_form() {
    String id = customer.text("id");
    String base64 =
        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(id.replace("-", "")));
    for (String other : List.of(base64, id.replace("-", ""), "{" + id + "}", "1-1-1-1-1", "")) {
      ApiAnswer answer =
          api.post(accounts, Map.of("customerId", other, "engagementType", "referral"));
      assertThat(answer.status()).as(other).isEqualTo(422);
      assertThat(answer.faults()).containsExactly("/customerId");
    }
  }

  @Test
  void an_archived_customer_is_given_to_nobody() {
    ApiAnswer answer = ACustomer.given(api, ACustomer.any().archivedBy(api), partner);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("customer-archived");
  }

  @Test
  void a_customer_is_looked_after_by_one_partner_at_a_time() {
    ACustomer.given(api, customer, partner);
    ApiAnswer other = APartner.any().createdBy(api, "active");
    for (ApiAnswer answer :
        List.of(ACustomer.given(api, customer, other), ACustomer.given(api, customer, partner))) {
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("partner-account-customer-taken");
    }
  }

  @Test
  void of_twenty_assignments_at_once_exactly_one_wins() {
    List<ApiAnswer> partners = List.of(partner, APartner.any().createdBy(api, "active"));
    List<ApiAnswer> answers =
        AtOnce.times(20, place -> ACustomer.given(api, customer, partners.get(place % 2)));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .extracting(ApiAnswer::status, ApiAnswer::code)
        .containsOnly(tuple(409, "partner-account-customer-taken"));
  }

  @Test
  void an_ended_account_frees_the_customer_and_stays_to_be_read() {
    ApiAnswer first = ACustomer.given(api, customer, partner);
    assertThat(api.delete(accounts + "/" + first.id()).status()).isEqualTo(428);
    ApiAnswer ended = end(first);
    assertThat(ended.status()).isEqualTo(200);
    assertThat(ended.json().path("active").asBoolean(true)).isFalse();
    ApiAnswer second = ACustomer.given(api, customer, partner);
    assertThat(second.status()).isEqualTo(201);
    assertThat(api.get(accounts).column("id")).containsExactly(second.text("id"));
    assertThat(api.get(accounts + "?includeEnded=true").column("id"))
        .containsExactly(second.text("id"), first.text("id"));
    assertThat(api.get(accounts + "/" + first.id()).json()).isEqualTo(ended.json());
  }

  @Test
  void an_ended_account_is_closed_to_changes() {
    ApiAnswer ended = end(ACustomer.given(api, customer, partner));
    assertThat(change(ended, "{\"notes\": \"late\"}").code()).isEqualTo("partner-account-ended");
    assertThat(end(ended).status()).isEqualTo(409);
  }

  @Test
  void rate_and_notes_change_and_go() {
    ApiAnswer account = ACustomer.given(api, customer, partner);
    ApiAnswer changed = change(account, "{\"customCommissionRate\": \"0\", \"notes\": \"new\"}");
    assertThat(changed.text("customCommissionRate")).isEqualTo("0");
    assertThat(changed.text("notes")).isEqualTo("new");
    assertThat(changed.text("engagementType")).isEqualTo("referral");
    ApiAnswer without = change(changed, "{\"customCommissionRate\": null, \"notes\": null}");
    assertThat(without.json().path("customCommissionRate").isNull()).isTrue();
    assertThat(without.json().path("notes").isNull()).isTrue();
    assertThat(change(without, "{\"notes\": null}").etag()).isEqualTo(without.etag());
    assertThat(change(account, "{\"notes\": \"stale\"}").status()).isEqualTo(412);
  }

  @Test
  void a_rate_is_a_fraction_with_six_decimals() {
    ApiAnswer account = ACustomer.given(api, customer, partner);
    for (String wrong : List.of("\"-0.1\"", "\"1.000001\"", "\"0.1234567\"", "\"15%\"", "true")) {
      ApiAnswer answer = change(account, "{\"customCommissionRate\": " + wrong + "}");
      assertThat(answer.status()).as(wrong).isEqualTo(422);
      assertThat(answer.faults()).as(wrong).containsExactly("/customCommissionRate");
    }
    for (String right : List.of("\"0.123456\"", "1", "0.5", "\"1.000000\"")) {
      account = change(account, "{\"customCommissionRate\": " + right + "}");
      assertThat(account.status()).as(right).isEqualTo(200);
    }
  }

  @Test
  void a_customer_of_another_tenant_is_not_found() {
    ApiAnswer foreign = ACustomer.any().createdBy(ATenant.of(platform).api());
    ApiAnswer answer = ACustomer.given(api, foreign, partner);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("customer-not-found");
    ApiAnswer ofNobody =
        api.post(
            accounts,
            Map.of("customerId", UUID.randomUUID().toString(), "engagementType", "referral"));
    assertThat(answer.withoutRequestId()).isEqualTo(ofNobody.withoutRequestId());
  }

  @Test
  void an_account_of_another_partner_is_not_found_under_this_one() {
    ApiAnswer account = ACustomer.given(api, customer, partner);
    String foreign =
        APartner.path(APartner.any().createdBy(api, "active")) + "/accounts/" + account.id();
    for (ApiAnswer answer :
        List.of(
            api.get(foreign),
            api.ifMatch(account.etag()).patch(foreign, Map.of("notes", "x")),
            api.ifMatch(account.etag()).delete(foreign))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("partner-account-not-found");
    }
  }

  private ApiAnswer change(ApiAnswer account, String body) {
    return api.ifMatch(account.etag()).patch(accounts + "/" + account.id(), body);
  }

  private ApiAnswer end(ApiAnswer account) {
    return api.ifMatch(account.etag()).delete(accounts + "/" + account.id());
  }
}
