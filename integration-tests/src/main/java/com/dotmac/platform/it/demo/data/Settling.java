package com.dotmac.platform.it.demo.data;

import com.dotmac.platform.app.billing.BillingDoors;
import com.dotmac.platform.app.billing.payments.PaymentDoors;
import com.dotmac.platform.domain.billing.credits.CreditWish;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceFilter;
import com.dotmac.platform.domain.billing.payments.Payment;
import com.dotmac.platform.domain.billing.payments.PaymentDraft;
import com.dotmac.platform.domain.billing.payments.PaymentKind;
import com.dotmac.platform.domain.billing.payments.WantedAllocation;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of invoices: most are paid in time and in full, some late, in parts, or too much;
 * some money goes back, and some is never owed after all.
 */
final class Settling {
  private static final BigDecimal MOST_OF_IT = new BigDecimal("0.6");
  private static final BigDecimal A_TENTH = new BigDecimal("0.1");

  private final Office office;
  private final Calendar calendar;
  private final Timeline timeline;
  private final BillingDoors billing;
  private final PaymentDoors payments;
  private final Set<UUID> seen = new HashSet<>();

  Settling(
      Office office,
      Calendar calendar,
      Timeline timeline,
      BillingDoors billing,
      PaymentDoors payments) {
    this.office = office;
    this.calendar = calendar;
    this.timeline = timeline;
    this.billing = billing;
    this.payments = payments;
  }

  /** How many invoices there were. */
  int invoices() {
    return seen.size();
  }

  /** Plans what becomes of the invoices that a customer has got since somebody last looked. */
  void lookFor(UUID customerId, Instant at) {
    billing
        .invoices()
        .list(
            office.scope(),
            new InvoiceFilter(null, customerId, null, null),
            new PageRequest(3, null))
        .items()
        .stream()
        .filter(invoice -> seen.add(invoice.id()))
        .forEach(invoice -> settle(invoice.id(), seen.size(), at));
  }

  private void settle(UUID invoice, int order, Instant at) {
    if (order % 17 == 5) {
      timeline.at(calendar.daysAfter(at, 3), then -> credit(invoice, then));
    }
    if (order % 19 == 7) {
      // Somebody waits for this one still.
      timeline.at(calendar.daysAfter(at, 31), this::chase);
      return;
    }
    if (order % 15 == 3) {
      timeline.at(calendar.daysAfter(at, 31), this::chase);
      timeline.at(calendar.daysAfter(at, 44), then -> pay(invoice, BigDecimal.ONE, then));
    } else if (order % 9 == 4) {
      timeline.at(calendar.daysAfter(at, 12), then -> pay(invoice, MOST_OF_IT, then));
      timeline.at(calendar.daysAfter(at, 26), then -> pay(invoice, BigDecimal.ONE, then));
    } else {
      int days = 4 + order * 7 % 22;
      timeline.at(calendar.daysAfter(at, days), then -> payAndPerhapsRegret(invoice, order, then));
    }
  }

  private void payAndPerhapsRegret(UUID invoice, int order, Instant at) {
    Payment payment = pay(invoice, BigDecimal.ONE, at);
    if (payment != null && (order % 21 == 8 || order % 21 == 15)) {
      // The later one was earned on, and paid out, by then.
      timeline.at(
          calendar.daysAfter(at, order % 21 == 8 ? 6 : 75),
          then ->
              payments
                  .refunds()
                  .refund(office.act(then).because("Was not delivered"), payment.id(), null, null));
    }
  }

  private @Nullable Payment pay(UUID id, BigDecimal part, Instant at) {
    Invoice invoice = billing.invoices().get(office.scope(), id);
    Money owed = invoice.balance();
    if (!owed.isPositive()) {
      return null;
    }
    return payments
        .payments()
        .take(
            office.act(at),
            new PaymentDraft(
                invoice.customerId(),
                owed.times(part),
                PaymentKind.BANK_TRANSFER,
                null,
                at,
                invoice.number(),
                List.of(new WantedAllocation(id, null))));
  }

  private void credit(UUID id, Instant at) {
    Invoice invoice = billing.invoices().get(office.scope(), id);
    billing
        .creditNotes()
        .issue(
            office.act(at),
            id,
            "Three days out of order",
            new CreditWish.Amount(invoice.total().times(A_TENTH)),
            true);
  }

  private void chase(Instant at) {
    billing
        .overdue()
        .makeOverdue(
            new CallContext(office.scope(), Actor.system("overdue-invoices"), at, null, null), 100);
  }
}
