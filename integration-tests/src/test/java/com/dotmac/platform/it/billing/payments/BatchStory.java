package com.dotmac.platform.it.billing.payments;

import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceDraft;
import com.dotmac.platform.domain.billing.invoices.LineDetails;
import com.dotmac.platform.domain.billing.payments.PaymentDraft;
import com.dotmac.platform.domain.billing.payments.PaymentKind;
import com.dotmac.platform.domain.billing.payments.WantedAllocation;
import com.dotmac.platform.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Drafts, payments and requests that cannot be met, by chance but the same for each seed. Whoever
 * plays it twice, in tenants of their own, does the same at the same instants.
 */
final class BatchStory {
  private static final List<String> CURRENCIES = List.of("JPY", "USD", "KWD", "CLF");
  private static final String CARD = "4111 1111 1111 1111";

  private final PaymentDesk desk;
  private final BatchWay way;
  private final Random chance;
  private final List<UUID> customers = new ArrayList<>();
  private final List<UUID> drafts = new ArrayList<>();
  private final List<Draft> described = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();
  private int payments;

  BatchStory(PaymentDesk desk, BatchWay way, long seed) {
    this.desk = desk;
    this.way = way;
    chance = new Random(seed);
  }

  /** What is known of a draft without asking for it. */
  private record Draft(UUID customerId, Currency currency) {}

  /** Plays it; what became of each request, in order. */
  List<String> played() {
    for (int customer = 0; customer < 6; customer++) {
      customers.add(desk.customer("C" + customer));
    }
    for (int draft = 0; draft < 60; draft++) {
      draft("I" + draft);
    }
    finalise();
    payPartsOfSome();
    giveUp(drafts.get(3));
    desk.advance(Duration.ofDays(20));
    desk.in(() -> desk.billing().overdue().makeOverdue(desk.thisInstant(), 500));
    for (int batch = 0; batch < 3; batch++) {
      desk.advance(Duration.ofHours(1));
      outcomes.addAll(way.take(desk, someDrafts()));
    }
    return outcomes;
  }

  private void draft(String memo) {
    UUID customerId = any(customers);
    Currency currency = Currency.getInstance(any(CURRENCIES));
    List<LineDetails> lines = new ArrayList<>();
    int kind = chance.nextInt(20);
    if (kind == 1) {
      lines.add(line(currency, 0));
    } else if (kind == 2) {
      lines.add(line(currency, -1 - chance.nextInt(500)));
    } else if (kind > 2) {
      for (int line = 0; line <= chance.nextInt(3); line++) {
        lines.add(line(currency, 1 + chance.nextInt(900)));
      }
    }
    InvoiceDraft draft =
        new InvoiceDraft(customerId, currency, chance.nextInt(40), memo, List.copyOf(lines));
    Invoice made = desk.in(() -> desk.billing().invoices().create(desk.context(), draft));
    drafts.add(made.id());
    described.add(new Draft(customerId, currency));
  }

  private LineDetails line(Currency currency, int unit) {
    return new LineDetails(
        "Hosting",
        new BigDecimal(1 + chance.nextInt(5)).add(new BigDecimal("0.125")),
        new Money(unit, currency),
        chance.nextInt(3) == 0 ? new BigDecimal("0.15") : null,
        null,
        new BigDecimal(any(List.of("0", "0.07", "0.19"))));
  }

  /** Most of them, in any order, with one that comes again and one that is nobody's. */
  private void finalise() {
    List<UUID> wanted = new ArrayList<>(drafts.subList(0, 54));
    wanted.add(drafts.get(5));
    wanted.add(new UUID(0, 1));
    Collections.shuffle(wanted, chance);
    outcomes.addAll(way.finalise(desk, wanted.subList(0, 30)));
    outcomes.addAll(way.finalise(desk, wanted.subList(30, wanted.size())));
  }

  /** One by one in any case, so that what is paid later was paid in part before. */
  private void payPartsOfSome() {
    for (int number = 0; number < 12; number++) {
      int place = chance.nextInt(drafts.size());
      List<PaymentDraft> one =
          List.of(payment(place, 1 + chance.nextInt(400), List.of(wanted(place, null)), null));
      desk.advance(Duration.ofMillis(5));
      outcomes.addAll(BatchWay.ONE_BY_ONE.take(desk, one));
    }
  }

  private void giveUp(UUID id) {
    outcomes.add(
        BatchWay.outcome(
            () ->
                desk.in(
                    () -> {
                      Invoice invoice = desk.billing().invoices().get(desk.scope(), id);
                      return desk.billing()
                          .invoices()
                          .giveUp(desk.thisInstant(), id, invoice.version());
                    })));
  }

  private List<PaymentDraft> someDrafts() {
    List<PaymentDraft> wanted = new ArrayList<>();
    for (int number = 0; number < 25; number++) {
      int place = chance.nextInt(drafts.size());
      int minor = 1 + chance.nextInt(6_000);
      wanted.add(
          switch (chance.nextInt(12)) {
            case 0 -> payment(place, minor, List.of(), null);
            case 1 -> payment(place, minor, List.of(wanted(place, null)), null);
            case 2 -> payment(place, minor, List.of(wanted(place, minor / 2 + 1L)), null);
            case 3 -> payment(place, minor, chosen(place), null);
            case 4 -> payment(place, minor, List.of(wanted(chance.nextInt(60), null)), null);
            case 5 -> payment(place, minor, null, CARD);
            case 6 -> unknownCustomer(minor);
            default -> payment(place, minor, null, null);
          });
    }
    return wanted;
  }

  private List<WantedAllocation> chosen(int place) {
    List<WantedAllocation> chosen = new ArrayList<>();
    for (int other = 0; other < drafts.size(); other++) {
      if (described.get(other).equals(described.get(place))) {
        chosen.add(wanted(other, chance.nextBoolean() ? null : 1L + chance.nextInt(50)));
      }
    }
    return chosen;
  }

  private WantedAllocation wanted(int place, @Nullable Long minor) {
    return new WantedAllocation(
        drafts.get(place),
        minor == null ? null : new Money(minor, described.get(place).currency()));
  }

  private PaymentDraft payment(
      int place, int minor, @Nullable List<WantedAllocation> wanted, @Nullable String reference) {
    Draft of = described.get(place);
    return new PaymentDraft(
        of.customerId(),
        new Money(minor, of.currency()),
        any(List.of(PaymentKind.CASH, PaymentKind.BANK_TRANSFER)),
        null,
        chance.nextInt(4) == 0 ? desk.now().minus(Duration.ofDays(1)) : null,
        reference == null ? "P%04d".formatted(payments++) : reference,
        wanted);
  }

  private PaymentDraft unknownCustomer(int minor) {
    return new PaymentDraft(
        new UUID(0, 2),
        new Money(minor, Currency.getInstance("USD")),
        PaymentKind.CASH,
        null,
        null,
        null,
        null);
  }

  private <T> T any(List<T> all) {
    return all.get(chance.nextInt(all.size()));
  }
}
