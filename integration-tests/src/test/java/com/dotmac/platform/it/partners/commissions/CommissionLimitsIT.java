package com.dotmac.platform.it.partners.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.billing.credits.CreditNote;
import com.dotmac.platform.domain.billing.credits.CreditWish;
import com.dotmac.platform.domain.billing.events.BillingEvent;
import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.billing.payments.Payment;
import com.dotmac.platform.domain.billing.payments.PaymentDraft;
import com.dotmac.platform.domain.billing.payments.PaymentKind;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.it.billing.payments.PaymentDesk;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules that do not earn for ever: for some months, or by the first payment alone. */
@NeedsDatabase
class CommissionLimitsIT {
  private static final Money HUNDRED = Money.of(10_000, "EUR");
  private static final Set<EventType> LATE =
      EnumSet.of(EventType.CREDIT_NOTE_ISSUED, EventType.PAYMENT_REFUNDED);
  private static final String TEN = "accrual payment 10000 1000";

  private final TestDatabase database;
  private final CommissionDesk desk;
  private final PaymentDesk money;
  private final UUID customer;

  CommissionLimitsIT(TestDatabase database) {
    this.database = database;
    desk = new CommissionDesk(database);
    money = desk.payments();
    customer = money.customer();
    desk.assign(desk.partner(null), customer, null);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void i17_a_rule_earns_until_its_months_are_over_and_not_in_the_instant_after()
      throws SQLException {
    desk.tenth(1, false);
    pay(HUNDRED);
    // The first money came on the first of March, so the month ends with the same time in April.
    Instant end = money.now().plus(Duration.ofDays(31));
    money.invoice(customer, Money.of(20_000, "EUR"), 30);
    money.invoice(customer, HUNDRED, 60);
    takeAt(end.minusMillis(1), HUNDRED);
    // Half of the one that was begun, and one that was not.
    takeAt(end, Money.of(20_000, "EUR"));
    desk.tell();

    assertThat(CommissionSums.lines(database, money.tenantId())).containsExactly(TEN, TEN);
  }

  @Test
  void by_the_first_payment_alone_the_second_earns_nothing_nor_does_its_own_remainder()
      throws SQLException {
    desk.tenth(null, true);
    money.invoice(customer, Money.of(20_000, "EUR"), 30);
    take(HUNDRED);
    take(HUNDRED);
    pay(HUNDRED);
    desk.tell();

    assertThat(CommissionSums.lines(database, money.tenantId())).containsExactly(TEN);
  }

  @Test
  void an_invoice_is_worth_no_more_than_its_total_while_facts_are_still_to_come()
      throws SQLException {
    desk.tenth(null, false);
    UUID invoice = money.invoice(customer, HUNDRED, 30);
    CreditNote note =
        money.in(
            () ->
                money
                    .billing()
                    .creditNotes()
                    .issue(
                        money.context(),
                        invoice,
                        "Sorry",
                        new CreditWish.Amount(Money.of(2_000, "EUR")),
                        true));
    money.in(
        () -> money.billing().creditNotes().makeVoid(money.context(), note.id(), note.version()));
    Payment payment = take(HUNDRED);
    money.in(
        () ->
            money
                .doors()
                .refunds()
                .refund(money.context(), payment.id(), Money.of(5_000, "EUR"), null));
    take(Money.of(5_000, "EUR"));
    List<BillingEvent> facts = desk.facts();
    List<BillingEvent> late = facts.stream().filter(fact -> LATE.contains(fact.type())).toList();
    assertThat(late).hasSizeGreaterThan(1);
    for (BillingEvent fact : facts) {
      if (!late.contains(fact)) {
        desk.take(List.of(fact));
      }
    }

    // Of what was paid twice and not given back yet, the invoice counts once.
    assertThat(sum()).isEqualTo(1_000);
    desk.take(late);
    assertThat(sum()).isEqualTo(1_000);
    assertThat(CommissionSums.wrong(database, money.tenantId())).isEmpty();
  }

  private long sum() throws SQLException {
    return CommissionSums.lines(database, money.tenantId()).stream()
        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private void pay(Money amount) {
    money.invoice(customer, amount, 30);
    take(amount);
  }

  private void takeAt(Instant instant, Money amount) {
    // Whoever takes a payment does so five milliseconds after the last act.
    money.advance(Duration.between(money.now().plusMillis(5), instant));
    take(amount);
    assertThat(money.now()).isEqualTo(instant);
  }

  private Payment take(Money amount) {
    return money.in(
        () ->
            money
                .doors()
                .payments()
                .take(
                    money.context(),
                    new PaymentDraft(
                        customer, amount, PaymentKind.BANK_TRANSFER, null, null, null, null)));
  }
}
