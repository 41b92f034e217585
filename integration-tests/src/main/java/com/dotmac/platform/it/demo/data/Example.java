package com.dotmac.platform.it.demo.data;

import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceDraft;
import com.dotmac.platform.domain.billing.invoices.LineDetails;
import com.dotmac.platform.domain.billing.payments.Payment;
import com.dotmac.platform.domain.billing.payments.PaymentDraft;
import com.dotmac.platform.domain.billing.payments.PaymentKind;
import com.dotmac.platform.domain.billing.payments.WantedAllocation;
import com.dotmac.platform.domain.customers.Customer;
import com.dotmac.platform.domain.customers.CustomerDetails;
import com.dotmac.platform.domain.partners.CommissionModel;
import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.partners.PartnerAccountDetails;
import com.dotmac.platform.domain.partners.PartnerDetails;
import com.dotmac.platform.domain.partners.commissions.CommissionEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The year of one partner, in which everything happens that can happen to what partners earn. There
 * is no chance in it, and no month: so it comes to the same amounts on whatever day it is told.
 *
 * <p>He looks after three customers, who pay an invoice every thirty days by turns, and earns a
 * tenth of it. The days below are those of {@link Paying}: what is paid on one is held for thirty
 * more and is in the batch that follows.
 */
final class Example {
  private static final int JOINS = 405;
  private static final int INVOICES = 12;
  private static final List<Integer> AMOUNTS = List.of(1200, 900, 600);
  private static final BigDecimal TAX = new BigDecimal("0.19");
  private static final int FIRST_PAID = 380;

  /** Paid, and too short ago to be approved. */
  private static final int LAST_PAID = 20;

  private static final int FAILS = 3;
  private static final int COMES_BACK = 152;

  private final Story story;
  private final Office office;
  private final Calendar calendar;
  private final Timeline timeline;
  private final Selling selling;
  private final Paying paying;
  private final List<UUID> customers = new ArrayList<>();
  private final List<UUID> payments = new ArrayList<>();
  private @Nullable UUID partner;
  private int invoices;

  Example(
      Story story,
      Office office,
      Calendar calendar,
      Timeline timeline,
      Selling selling,
      Paying paying) {
    this.story = story;
    this.office = office;
    this.calendar = calendar;
    this.timeline = timeline;
    this.selling = selling;
    this.paying = paying;
  }

  /** How many invoices there were. */
  int invoices() {
    return invoices;
  }

  /** Plans all of it. */
  void plan() {
    timeline.at(calendar.daysAgo(JOINS), this::join);
    timeline.at(calendar.daysAgo(JOINS - 6), this::goToWork);
    timeline.at(calendar.daysAgo(JOINS - 8), this::meetCustomers);
    for (int order = 0; order < INVOICES; order++) {
      bill(order, FIRST_PAID - Paying.BETWEEN_BATCHES * order);
    }
    bill(INVOICES, LAST_PAID);
    // More than he earns until the next batch: he is paid less by it in the one after that.
    refund(3, 232);
    timeline.at(calendar.daysAgo(COMES_BACK), at -> paying.bringBack(partner(), at));
    timeline.at(calendar.daysAgo(135), this::thank);
    // He is let off this one.
    refund(7, 95);
    timeline.at(calendar.daysAgo(88), this::letOff);
    // And owes this one today.
    refund(10, 8);
  }

  private void join(Instant at) {
    Story.Joining joining = story.example();
    String label = story.slug() + "-example";
    Partner joined =
        office.partners.create(
            office.act(at),
            new PartnerDetails(
                joining.company(),
                joining.legalName(),
                "https://www." + label + ".example",
                joining.tier(),
                CommissionModel.REVENUE_SHARE,
                joining.rate(),
                "partners@" + label + ".example",
                null,
                null,
                joining.country(),
                null,
                Map.of("source", "fair")));
    partner = joined.id();
    paying.failOnce(FAILS, joined.id());
  }

  private void goToWork(Instant at) {
    office.partners.activate(
        office.act(at).because("Contract signed"),
        partner(),
        office.partners.get(office.scope(), partner()).version());
    office
        .payouts
        .accounts()
        .addPayee(office.act(at), partner(), paying.accountOf(story.example().legalName(), JOINS));
  }

  private void meetCustomers(Instant at) {
    for (String name : story.exampleCustomers()) {
      Customer customer =
          office.customers.create(
              office.act(at),
              new CustomerDetails(name, "office@example.example", story.example().country(), null));
      office.accounts.assign(
          office.act(at),
          partner(),
          customer.id(),
          new PartnerAccountDetails("managed_service", null, null));
      customers.add(customer.id());
    }
  }

  private void bill(int order, int paid) {
    timeline.at(
        calendar.daysAgo(paid + 5),
        at -> {
          UUID invoice = invoice(order, at);
          timeline.at(calendar.daysAgo(paid), then -> pay(invoice, then));
        });
  }

  private UUID invoice(int order, Instant at) {
    LineDetails line =
        new LineDetails(
            "Hosting, thirty days",
            BigDecimal.ONE,
            story.price(AMOUNTS.get(order % AMOUNTS.size())),
            null,
            null,
            TAX,
            null);
    Invoice draft =
        selling
            .billing()
            .invoices()
            .create(
                office.act(at),
                new InvoiceDraft(
                    customers.get(order % customers.size()),
                    story.tenant().defaultCurrency(),
                    InvoiceDraft.DEFAULT_PAYMENT_DAYS,
                    null,
                    List.of(line)));
    selling.billing().invoices().finalise(office.act(at), draft.id(), draft.version());
    invoices++;
    return draft.id();
  }

  private void pay(UUID id, Instant at) {
    Invoice invoice = selling.billing().invoices().get(office.scope(), id);
    Payment payment =
        selling
            .payments()
            .payments()
            .take(
                office.act(at),
                new PaymentDraft(
                    invoice.customerId(),
                    invoice.balance(),
                    PaymentKind.BANK_TRANSFER,
                    null,
                    at,
                    invoice.number(),
                    List.of(new WantedAllocation(id, null))));
    payments.add(payment.id());
  }

  private void refund(int order, int day) {
    timeline.at(
        calendar.daysAgo(day),
        at ->
            selling
                .payments()
                .refunds()
                .refund(
                    office.act(at).because("Was not delivered"), payments.get(order), null, null));
  }

  private void thank(Instant at) {
    CommissionEvent line =
        office
            .earnings
            .events()
            .adjust(
                office.act(at, 0).because("Spoke at our spring fair"), partner(), story.price(25));
    approve(line, at);
  }

  private void letOff(Instant at) {
    CommissionEvent line =
        office
            .earnings
            .events()
            .writeOff(
                office.act(at, 0).because("The refund was our fault"),
                partner(),
                story.tenant().defaultCurrency());
    approve(line, at);
  }

  /** By somebody else than who wrote it. */
  private void approve(CommissionEvent line, Instant at) {
    timeline.at(
        calendar.daysAfter(at, 1),
        then -> office.earnings.events().approve(office.act(then, 1), Set.of(line.id())));
  }

  private UUID partner() {
    return Objects.requireNonNull(partner, "he joins first");
  }
}
