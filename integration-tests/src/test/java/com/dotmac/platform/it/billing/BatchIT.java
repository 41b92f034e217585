package com.dotmac.platform.it.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APayment;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Many invoices and many payments in one request. */
@NeedsPlatform
class BatchIT {
  private static final String FINALISE = AnInvoice.PATH + "/finalise";
  private static final String TAKE = APayment.PATH + "/batch";

  private final RunningPlatform platform;
  private final ATenant tenant;
  private final ApiClient api;
  private final ApiAnswer customer;

  BatchIT(RunningPlatform platform) {
    this.platform = platform;
    tenant = ATenant.of(platform);
    api = tenant.api();
    customer = ACustomer.any().createdBy(api);
  }

  @Test
  void drafts_get_numbers_in_the_order_of_the_request_and_one_that_is_refused_stops_none() {
    ApiAnswer first = AnInvoice.of(customer).over(100).draftedBy(api);
    ApiAnswer second = AnInvoice.of(customer).over(0).draftedBy(api);
    ApiAnswer negative = AnInvoice.of(customer).over(-5).draftedBy(api);
    ApiAnswer owed = AnInvoice.of(customer).finalisedBy(api);
    ApiClient stranger = stranger();
    ApiAnswer others = AnInvoice.of(ACustomer.any().createdBy(stranger)).draftedBy(stranger);
    List<UUID> ids =
        List.of(second.id(), negative.id(), owed.id(), others.id(), first.id(), second.id());
    ApiAnswer answer = api.once().post(FINALISE, Map.of("invoiceIds", ids));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("finalised").asInt()).isEqualTo(2);
    assertThat(answer.json().path("refused").asInt()).isEqualTo(4);
    assertThat(column(answer, "/invoiceId"))
        .containsExactlyElementsOf(ids.stream().map(UUID::toString).toList());
    assertThat(column(answer, "/number"))
        .containsExactly("INV-2026-000002", "null", "null", "null", "INV-2026-000003", "null");
    assertThat(column(answer, "/status"))
        .containsExactly("paid", "null", "null", "null", "open", "null");
    assertThat(column(answer, "/problem/code"))
        .containsExactly(
            "",
            "invoice-total-negative",
            "invoice-not-a-draft",
            "invoice-not-found",
            "",
            "invoice-not-a-draft");
    ApiAnswer read = AnInvoice.read(api, first);
    assertThat(read.text("status")).isEqualTo("open");
    assertThat(read.text("dueOn")).isEqualTo(column(answer, "/dueOn").get(4));
    assertThat(AnInvoice.read(api, negative).text("status")).isEqualTo("draft");
  }

  @Test
  void each_finalised_one_leaves_its_act_and_its_fact() {
    ApiAnswer draft = AnInvoice.of(customer).over(100).draftedBy(api);
    api.once().post(FINALISE, Map.of("invoiceIds", List.of(draft.id())));
    assertThat(api.get("/api/v1/audit-activities?resourceId=" + draft.id()).column("action"))
        .containsExactlyInAnyOrder("invoice.created", "invoice.finalised");
    assertThat(api.get("/api/v1/billing-events?aggregateId=" + draft.id()).column("type"))
        .containsExactly("invoice.finalised");
  }

  @Test
  void the_lines_of_a_file_pay_one_after_the_other_and_one_that_cannot_be_stops_none() {
    ApiAnswer invoice = AnInvoice.of(customer).over(100).finalisedBy(api);
    List<Object> lines =
        List.of(
            line(customer, 60, Map.of()),
            line(customer, 10, Map.of("reference", "4111 1111 1111 1111")),
            line(customer, 10, Map.of("receivedAt", "2999-01-01T00:00:00Z")),
            line(customer, 60, Map.of("reference", "RF18")),
            line(customer, 50, Map.of("allocations", List.of(APayment.wanted(invoice, 50L)))),
            line(ACustomer.any().createdBy(stranger()), 10, Map.of()));
    ApiAnswer answer = api.once().post(TAKE, Map.of("payments", lines));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("taken").asInt()).isEqualTo(2);
    assertThat(answer.json().path("refused").asInt()).isEqualTo(4);
    assertThat(column(answer, "/problem/code"))
        .containsExactly(
            "",
            "validation-failed",
            "validation-failed",
            "",
            "invoice-owes-less",
            "customer-not-found");
    assertThat(column(answer, "/allocated/amount")).containsExactly("60", "", "", "40", "", "");
    assertThat(column(answer, "/available/amount")).containsExactly("0", "", "", "20", "", "");
    assertThat(AnInvoice.read(api, invoice).text("status")).isEqualTo("paid");
    assertThat(api.get(APayment.PATH).rows()).hasSize(2);
    String id = column(answer, "/paymentId").get(3);
    ApiAnswer payment = api.get(APayment.PATH + "/" + id);
    assertThat(payment.text("reference")).isEqualTo("RF18");
    assertThat(payment.text("status")).isEqualTo("succeeded");
    assertThat(api.get("/api/v1/billing-events?aggregateId=" + id).column("type"))
        .containsExactly("payment.allocated", "payment.succeeded");
    assertThat(api.get("/api/v1/audit-activities?resourceId=" + id).column("action"))
        .containsExactly("payment.taken");
  }

  @Test
  void a_batch_that_is_sent_again_is_answered_as_before_and_done_once() {
    ApiClient once = api.once();
    Object body = Map.of("payments", List.of(line(customer, 60, Map.of())));
    ApiAnswer first = once.post(TAKE, body);
    ApiAnswer again = once.post(TAKE, body);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(api.get(APayment.PATH).rows()).hasSize(1);
    assertThat(api.post(TAKE, body).code()).isEqualTo("idempotency-key-required");
    assertThat(api.post(FINALISE, Map.of("invoiceIds", List.of(UUID.randomUUID()))).code())
        .isEqualTo("idempotency-key-required");
  }

  @Test
  void a_batch_has_from_one_to_five_hundred_and_is_refused_as_a_whole_when_its_form_is_wrong() {
    for (int size : new int[] {0, 501}) {
      ApiAnswer drafts =
          api.once()
              .post(
                  FINALISE,
                  Map.of("invoiceIds", Collections.nCopies(size, UUID.randomUUID().toString())));
      assertThat(drafts.status()).isEqualTo(422);
      assertThat(drafts.faults()).containsExactly("/invoiceIds");
      Object payments = Collections.nCopies(size, line(customer, 1, Map.of()));
      ApiAnswer lines = api.once().post(TAKE, Map.of("payments", payments));
      assertThat(lines.status()).isEqualTo(422);
      assertThat(lines.faults()).containsExactly("/payments");
    }
    ApiAnswer odd =
        api.once()
            .post(
                TAKE,
                Map.of(
                    "payments",
                    List.of(line(customer, 1, Map.of()), line(customer, -1, Map.of()))));
    assertThat(odd.status()).isEqualTo(422);
    assertThat(odd.faults()).containsExactly("/payments/1/amount");
    assertThat(api.get(APayment.PATH).rows()).isEmpty();
  }

  @Test
  void a_batch_needs_the_permission_of_one() {
    ApiClient reader = tenant.api(EnumSet.of(Permission.INVOICES_READ, Permission.PAYMENTS_READ));
    Object ids = Map.of("invoiceIds", List.of(UUID.randomUUID()));
    assertThat(reader.once().post(FINALISE, ids).code()).isEqualTo("permission-denied");
    Object lines = Map.of("payments", List.of(line(customer, 1, Map.of())));
    assertThat(reader.once().post(TAKE, lines).code()).isEqualTo("permission-denied");
  }

  private ApiClient stranger() {
    return ATenant.of(platform).api();
  }

  private static Map<String, Object> line(
      ApiAnswer customer, long minor, Map<String, Object> more) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("customerId", customer.id());
    line.put("amount", AnInvoice.money(minor, "USD"));
    line.put("kind", "bank_transfer");
    line.putAll(more);
    return line;
  }

  private static List<String> column(ApiAnswer answer, String pointer) {
    JsonNode results = answer.json().path("results");
    return StreamSupport.stream(results.spliterator(), false)
        .map(result -> result.at(pointer).asText())
        .toList();
  }
}
