package com.dotmac.platform.it.partners.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACommission;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.APayment;
import com.dotmac.platform.it.fixtures.ASeat;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What people of a partner see of his money, and what not. */
@NeedsPlatform
class PortalMoneyIT {
  private static final String PORTAL = "/api/v1/portal";
  private static final String EVENTS = PORTAL + "/commission-events";
  private static final String PAYOUTS = PORTAL + "/payouts";
  private static final String ACCOUNTS = PORTAL + "/payee-accounts";
  private static final String IBAN = "DE89370400440532013000";

  private final ATenant tenant;
  private final ApiClient api;
  private final ApiAnswer partner;
  private final ApiAnswer other;
  private final ApiClient finance;
  private final ApiClient ofOther;

  PortalMoneyIT(RunningPlatform platform) {
    tenant = ATenant.of(platform);
    api = tenant.api();
    ApiAnswer settings = api.get("/api/v1/partner-settings");
    api.ifMatch(settings.etag())
        .patch("/api/v1/partner-settings", Map.of("holdDays", 30, "automaticApproval", false));
    partner = APartner.any().createdBy(api, "active");
    other = APartner.any().createdBy(api, "active");
    finance = ASeat.at(tenant, partner, "finance").api();
    ofOther = ASeat.at(tenant, other, "partner_owner").api();
  }

  @Test
  void a_partner_reads_what_he_earned_and_by_which_version_of_which_rule() {
    ApiAnswer customer = ACustomer.named("Nordlicht").createdBy(api);
    ACustomer.given(api, customer, partner);
    ApiAnswer rule = ACommission.percent("0.05").createdBy(api);
    ApiAnswer invoice = AnInvoice.of(customer).in("EUR").over(1_000).finalisedBy(api);
    APayment.of(customer, 400, "EUR").takenBy(api);
    untilThereAre(1);

    JsonNode row = finance.get(EVENTS).rows().get(0);
    assertThat(row.path("customerName").asText()).isEqualTo("Nordlicht");
    assertThat(row.at("/amount/amount").asText()).isEqualTo("20");
    ApiAnswer read = finance.get(EVENTS + "/" + row.path("id").asText());
    assertThat(read.json().path("line")).isEqualTo(row);
    JsonNode ground = read.json().path("ground");
    assertThat(ground.path("source").asText()).isEqualTo("rule");
    assertThat(ground.at("/commissionable/amount").asText()).isEqualTo("1000");
    assertThat(ground.at("/base/amount").asText()).isEqualTo("400");
    assertThat(ground.at("/amount/amount").asText()).isEqualTo("20");
    assertThat(ground.path("rate").asText()).isEqualTo("0.05");
    assertThat(ground.at("/rule/commissionId").asText()).isEqualTo(rule.text("id"));
    assertThat(ground.at("/rule/versionNumber").asInt()).isEqualTo(1);
    assertThat(ground.at("/rule/model").asText()).isEqualTo("percent");
    assertThat(finance.get(EVENTS + "?invoiceId=" + invoice.id()).rows()).hasSize(1);
    assertThat(finance.get(EVENTS + "?kind=reversal").rows()).isEmpty();
    assertThat(finance.get(EVENTS + "?currency=USD").rows()).isEmpty();
    assertThat(finance.get(EVENTS + "?status=pending&customerId=" + customer.id()).rows())
        .hasSize(1);
  }

  @Test
  void what_the_tenant_notes_for_itself_is_not_told() {
    String id = adjusted(partner, 700, "Ask legal first");
    ApiAnswer event = api.get("/api/v1/commission-events/" + id);
    ApiAnswer blocked =
        api.ifMatch(event.etag())
            .post(
                "/api/v1/commission-events/" + id + "/block", Map.of("reason", "Looks like fraud"));
    assertThat(blocked.status()).isEqualTo(200);

    ApiAnswer read = finance.get(EVENTS + "/" + id);

    assertThat(read.json().at("/line/blocked").asBoolean()).isTrue();
    assertThat(read.json().path("ground").isNull()).isTrue();
    for (ApiAnswer answer : List.of(read, finance.get(EVENTS))) {
      assertThat(answer.body()).doesNotContain("fraud").doesNotContain("legal");
    }
    assertThat(fields(read.json().path("line")))
        .containsExactlyInAnyOrder(
            "id",
            "kind",
            "cause",
            "status",
            "base",
            "rate",
            "amount",
            "reversed",
            "customerId",
            "customerName",
            "invoiceId",
            "reversesId",
            "payoutId",
            "occurredAt",
            "availableAt",
            "approvedAt",
            "paidAt",
            "blocked");
  }

  @Test
  void a_partner_follows_his_payouts_and_is_not_told_what_was_written_about_them() {
    String line = approved(partner, 900);
    finance.post(ACCOUNTS, Map.of("holder", "Ada", "iban", IBAN));
    ApiAnswer payout = paidOut(partner);
    ApiAnswer failed =
        api.once()
            .ifMatch(payout.etag())
            .post(
                "/api/v1/payouts/" + payout.id() + "/fail",
                Map.of("failureCode", "account_closed", "reason", "He lied to our bank"));
    assertThat(failed.status()).as(failed.body()).isEqualTo(200);

    ApiAnswer read = finance.get(PAYOUTS + "/" + payout.id());

    assertThat(read.text("status")).isEqualTo("failed");
    assertThat(read.text("failureCode")).isEqualTo("account_closed");
    assertThat(read.body()).doesNotContain("lied");
    assertThat(fields(read.json()))
        .containsExactlyInAnyOrder(
            "id",
            "amount",
            "status",
            "payeeAccountId",
            "reference",
            "failureCode",
            "sentAt",
            "completedAt",
            "createdAt");
    assertThat(finance.get(PAYOUTS + "?status=failed").rows()).containsExactly(read.json());
    assertThat(finance.get(PAYOUTS + "?status=completed").rows()).isEmpty();
    assertThat(finance.get(PAYOUTS + "/" + payout.id() + "/lines").column("commissionEventId"))
        .containsExactly(line);
  }

  @Test
  void what_is_another_partners_is_not_there() {
    String event = approved(partner, 900);
    ApiAnswer account = finance.post(ACCOUNTS, Map.of("holder", "Ada", "iban", IBAN));
    ApiAnswer payout = paidOut(partner);
    for (String path :
        List.of(
            EVENTS + "/" + event,
            PAYOUTS + "/" + payout.id(),
            PAYOUTS + "/" + payout.id() + "/lines",
            ACCOUNTS + "/" + account.id())) {
      assertThat(finance.get(path).status()).as(path).isEqualTo(200);
      assertThat(ofOther.get(path).status()).as(path).isEqualTo(404);
    }
    for (String list : List.of(EVENTS, EVENTS + "?payoutId=" + payout.id(), PAYOUTS, ACCOUNTS)) {
      assertThat(finance.get(list).rows()).as(list).hasSize(1);
      assertThat(ofOther.get(list).rows()).as(list).isEmpty();
    }
    assertThat(ofOther.get(PORTAL + "/reconciliation").json().path("items")).isEmpty();
    assertThat(ofOther.get(PORTAL + "/dashboard").json().path("money")).isEmpty();
    assertThat(finance.get(PORTAL + "/reconciliation").json())
        .isEqualTo(api.get(APartner.path(partner) + "/reconciliation").json());
  }

  @Test
  void who_may_say_where_money_goes_says_it_and_sees_only_the_end_of_the_number() {
    ApiAnswer added = finance.post(ACCOUNTS, Map.of("holder", "Ada", "iban", IBAN));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(added.text("hint")).isEqualTo("…3000");
    assertThat(finance.get(ACCOUNTS).body()).doesNotContain("0532013");
    assertThat(finance.get(ACCOUNTS + "/" + added.id()).body()).isEqualTo(added.body());
    ApiClient manager = ASeat.at(tenant, partner, "account_manager").api();
    assertThat(manager.post(ACCOUNTS, Map.of("holder", "Eve", "iban", IBAN)).status())
        .isEqualTo(403);
    assertThat(manager.get(ACCOUNTS).status()).isEqualTo(403);
    assertThat(finance.get(ACCOUNTS).rows()).hasSize(1);
    assertThat(api.get("/api/v1/audit-activities?resourceId=" + added.id()).column("action"))
        .containsExactly("payee_account.added");
  }

  @Test
  void who_was_suspended_reads_his_books_and_cannot_have_them_paid_elsewhere() {
    approved(partner, 900);
    APartner.step(api, api.get(APartner.path(partner)), "suspend");
    assertThat(finance.get(EVENTS).rows()).hasSize(1);
    assertThat(finance.get(PORTAL + "/dashboard").status()).isEqualTo(200);
    assertThat(finance.post(ACCOUNTS, Map.of("holder", "Ada", "iban", IBAN)).status())
        .isEqualTo(403);
  }

  private void untilThereAre(int lines) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> finance.get(EVENTS).rows().size() == lines);
  }

  private String adjusted(ApiAnswer of, long minor, String reason) {
    return api.once()
        .post(
            APartner.path(of) + "/adjustments",
            Map.of("amount", AnInvoice.money(minor, "EUR"), "reason", reason))
        .text("id");
  }

  private String approved(ApiAnswer of, long minor) {
    String id = adjusted(of, minor, "A bonus");
    ApiAnswer answer =
        api.once()
            .post("/api/v1/commission-events/approve", Map.of("commissionEventIds", List.of(id)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return id;
  }

  /** The payout of a partner in a batch of its own, handed over to people. */
  private ApiAnswer paidOut(ApiAnswer of) {
    String batches = "/api/v1/payout-batches";
    ApiAnswer batch = api.once().post(batches, Map.of("currency", "EUR"));
    assertThat(batch.status()).as(batch.body()).isEqualTo(201);
    String path = batches + "/" + batch.id();
    ApiAnswer approved = api.once().ifMatch(batch.etag()).post(path + "/approve");
    api.once().ifMatch(approved.etag()).post(path + "/submit");
    String id =
        api.get("/api/v1/payouts?batchId=" + batch.id() + "&partnerId=" + of.id())
            .json()
            .at("/data/0/id")
            .asText();
    return api.get("/api/v1/payouts/" + id);
  }

  private static Set<String> fields(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
