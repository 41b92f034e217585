package com.dotmac.platform.it.billing.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceDraft;
import com.dotmac.platform.domain.billing.invoices.LineDetails;
import com.dotmac.platform.domain.billing.payments.Payment;
import com.dotmac.platform.domain.billing.payments.PaymentDraft;
import com.dotmac.platform.domain.billing.payments.PaymentKind;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.Outcome;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.StatementCount;
import com.dotmac.platform.it.harness.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many at once, by several at once, over the same things. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchRaceIT {
  private static final Currency USD = Currency.getInstance("USD");
  private static final int THREADS = 4;

  private final TestDatabase database;
  private final PaymentDesk desk;

  BatchRaceIT(TestDatabase database) {
    this.database = database;
    desk = new PaymentDesk(database);
  }

  @AfterAll
  void stop() {
    desk.close();
  }

  @Test
  void each_draft_is_finalised_once_and_no_number_is_left_out() throws SQLException {
    long before =
        count("SELECT count(*) FROM invoices WHERE number IS NOT NULL AND tenant_id = '%s'");
    List<UUID> drafts = drafts(desk.customer(), 40);
    CallContext context = desk.context();
    List<Outcome<Invoice>> outcomes =
        AtOnce.times(
                THREADS,
                thread -> {
                  List<UUID> mine = new ArrayList<>(drafts);
                  Collections.shuffle(mine, new Random(thread));
                  return desk.in(() -> desk.billing().batches().finalise(context, mine));
                })
            .stream()
            .flatMap(List::stream)
            .toList();
    List<String> numbers =
        outcomes.stream()
            .filter(Outcome.Done.class::isInstance)
            .map(outcome -> ((Outcome.Done<Invoice>) outcome).result())
            .map(invoice -> Objects.requireNonNull(invoice.number()))
            .toList();
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed((int) before + 1, (int) before + 40)
                .mapToObj("INV-2026-%06d"::formatted)
                .toList());
    assertThat(outcomes)
        .filteredOn(Outcome.Refused.class::isInstance)
        .hasSize((THREADS - 1) * 40)
        .allSatisfy(
            outcome ->
                assertThat(((Outcome.Refused<Invoice>) outcome).refusal())
                    .hasMessage("The invoice was finalised and does not change any more."));
    assertThat(
            count(
                "SELECT count(*) FROM billing_events WHERE tenant_id = '%s'"
                    + " AND type = 'invoice.finalised' AND aggregate_id IN ("
                    + quoted(drafts)
                    + ")"))
        .isEqualTo(40);
  }

  /** Others pay one by one meanwhile. */
  @Test
  void what_is_owed_is_paid_once_and_the_rest_is_credit() throws SQLException {
    List<UUID> customers = Stream.generate(desk::customer).limit(4).toList();
    for (UUID customer : customers) {
      for (int invoice = 0; invoice < 5; invoice++) {
        desk.invoice(customer, new Money(200, USD), invoice);
      }
    }
    CallContext context = desk.context();
    AtOnce.times(
        THREADS,
        thread -> {
          List<PaymentDraft> mine = new ArrayList<>();
          for (int round = 0; round < 3; round++) {
            customers.forEach(customer -> mine.add(cash(customer, 150)));
          }
          Collections.shuffle(mine, new Random(thread));
          if (thread % 2 == 0) {
            return desk.in(() -> desk.doors().batches().take(context, mine)).size();
          }
          mine.forEach(one -> desk.in(() -> desk.doors().payments().take(context, one)));
          return mine.size();
        });
    for (UUID customer : customers) {
      assertThat(
              count(
                  "SELECT sum(paid_amount) FROM invoices WHERE tenant_id = '%s' AND customer_id = '"
                      + customer
                      + "' AND status = 'paid'"))
          .isEqualTo(1_000);
      assertThat(desk.in(() -> desk.doors().payments().credit(desk.scope(), customer)))
          .containsExactly(new Money(THREADS * 3 * 150 - 1_000, USD));
    }
  }

  @Test
  void a_payment_of_a_batch_pays_what_those_before_it_left() {
    UUID customer = desk.customer();
    desk.invoice(customer, new Money(100, USD), 10);
    List<Outcome<Payment>> outcomes =
        desk.in(
            () ->
                desk.doors()
                    .batches()
                    .take(desk.context(), Collections.nCopies(3, cash(customer, 60))));
    assertThat(outcomes)
        .extracting(
            outcome -> ((Outcome.Done<Payment>) outcome).result().amounts().allocated().minor())
        .containsExactly(60L, 40L, 0L);
  }

  @Test
  void a_payment_of_a_batch_pays_what_is_owed_and_never_an_even_part() {
    UUID customer = desk.customer();
    UUID later = desk.invoice(customer, new Money(100, USD), 20);
    UUID sooner = desk.invoice(customer, new Money(70, USD), 10);
    desk.in(() -> desk.doors().batches().take(desk.context(), List.of(cash(customer, 90))));
    assertThat(paid(sooner)).isEqualTo(70);
    assertThat(paid(later)).isEqualTo(20);
  }

  private long paid(UUID invoice) {
    return desk.in(() -> desk.billing().invoices().get(desk.scope(), invoice)).paid().minor();
  }

  @Test
  void the_number_of_statements_does_not_grow_with_the_batch() {
    UUID customer = desk.customer();
    StatementCount statements = StatementCount.of(desk.domain().factory());
    List<Long> finalising = new ArrayList<>();
    List<Long> paying = new ArrayList<>();
    for (int size : new int[] {5, 5, 60}) {
      List<UUID> drafts = drafts(customer, size);
      CallContext context = desk.context();
      finalising.add(counted(statements, () -> desk.billing().batches().finalise(context, drafts)));
      paying.add(
          counted(
              statements,
              () ->
                  desk.doors()
                      .batches()
                      .take(context, Collections.nCopies(size, cash(customer, 100)))));
    }
    assertThat(finalising.get(2)).isEqualTo(finalising.get(1)).isLessThan(12);
    assertThat(paying.get(2)).isEqualTo(paying.get(1)).isLessThan(12);
  }

  private long counted(StatementCount statements, Supplier<?> work) {
    long before = statements.prepared();
    desk.in(work);
    return statements.prepared() - before;
  }

  private List<UUID> drafts(UUID customer, int count) {
    LineDetails line =
        new LineDetails(
            "Hosting", BigDecimal.ONE, new Money(100, USD), null, null, BigDecimal.ZERO);
    List<UUID> drafts = new ArrayList<>();
    for (int draft = 0; draft < count; draft++) {
      InvoiceDraft wanted = new InvoiceDraft(customer, USD, 14, null, List.of(line));
      drafts.add(desk.in(() -> desk.billing().invoices().create(desk.context(), wanted)).id());
    }
    return drafts;
  }

  private static PaymentDraft cash(UUID customer, long minor) {
    return new PaymentDraft(
        customer, new Money(minor, USD), PaymentKind.CASH, null, null, null, null);
  }

  private static String quoted(List<UUID> ids) {
    return String.join(",", ids.stream().map(id -> "'" + id + "'").toList());
  }

  private long count(String question) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question.formatted(desk.tenantId()))) {
      row.next();
      return row.getLong(1);
    }
  }
}
