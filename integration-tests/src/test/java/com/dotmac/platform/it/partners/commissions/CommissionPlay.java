package com.dotmac.platform.it.partners.commissions;

import com.dotmac.platform.domain.billing.credits.CreditNote;
import com.dotmac.platform.domain.billing.credits.CreditNoteFilter;
import com.dotmac.platform.domain.billing.credits.CreditWish;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceDraft;
import com.dotmac.platform.domain.billing.invoices.LineDetails;
import com.dotmac.platform.domain.shared.DomainException;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.it.billing.payments.PaymentDesk;
import com.dotmac.platform.it.billing.payments.PaymentPlay;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A customer of one of two partners, with whose money something happens at each step, by chance.
 */
final class CommissionPlay {
  private static final PageRequest ALL = new PageRequest(100, null);

  private final CommissionDesk desk;
  private final PaymentDesk money;
  private final Currency currency;
  private final Random chance;
  private final PaymentPlay payments;
  private final List<UUID> partners = new ArrayList<>();
  private UUID accountId;
  private int covering;

  CommissionPlay(
      CommissionDesk desk,
      String currency,
      Random chance,
      @Nullable BigDecimal firstRate,
      @Nullable BigDecimal secondRate) {
    this.desk = desk;
    money = desk.payments();
    this.currency = Currency.getInstance(currency);
    this.chance = chance;
    payments = new PaymentPlay(money, currency, chance);
    partners.add(desk.partner(firstRate));
    partners.add(desk.partner(secondRate));
    accountId = desk.assign(partners.get(0), payments.customerId(), null);
  }

  List<UUID> partners() {
    return partners;
  }

  /** Takes a step; what it was. */
  String step() {
    return switch (chance.nextInt(24)) {
      case 0, 1, 2 -> tried("bill with tax", this::bill);
      case 3, 4 -> tried("credit", this::credit);
      case 5, 6 -> tried("apply a credit", this::applyCredit);
      case 7 -> tried("void a credit", this::voidCredit);
      case 8 -> tried("void an invoice", this::voidInvoice);
      case 9 -> tried("approve", this::approve);
      case 10 -> chance.nextInt(3) == 0 ? tried("change partners", this::change) : payments.step();
      default -> payments.step();
    };
  }

  private static String tried(String what, Supplier<?> step) {
    try {
      return what + ": " + step.get();
    } catch (DomainException e) {
      return what + ", refused: " + e.getMessage();
    }
  }

  private UUID bill() {
    List<LineDetails> lines =
        List.of(
            line(some(700), null, "0.19"),
            line(some(500), new BigDecimal("0.1"), "0.075"),
            line(some(90), null, "0"));
    UUID id =
        money.invoice(
            new InvoiceDraft(payments.customerId(), currency, chance.nextInt(30), null, lines));
    payments.invoices().add(id);
    return id;
  }

  private static LineDetails line(Money price, @Nullable BigDecimal discount, String tax) {
    return new LineDetails("Work", BigDecimal.ONE, price, discount, null, new BigDecimal(tax));
  }

  private CreditNote credit() {
    UUID invoice = any(payments.invoices());
    CreditWish wish =
        chance.nextInt(4) == 0 ? new CreditWish.Rest() : new CreditWish.Amount(some(400));
    boolean apply = chance.nextBoolean();
    return money.in(
        () -> money.billing().creditNotes().issue(money.context(), invoice, "why", wish, apply));
  }

  private Object applyCredit() {
    CreditNote note = any(notes());
    UUID invoice = any(payments.invoices());
    return money.in(
        () -> money.billing().creditNotes().apply(money.context(), note.id(), invoice, null));
  }

  private CreditNote voidCredit() {
    CreditNote note = any(notes());
    return money.in(
        () -> money.billing().creditNotes().makeVoid(money.context(), note.id(), note.version()));
  }

  private Invoice voidInvoice() {
    UUID id = any(payments.invoices());
    return money.in(
        () -> {
          Invoice invoice = money.billing().invoices().get(money.scope(), id);
          return money.billing().invoices().voidInvoice(money.context(), id, invoice.version());
        });
  }

  private Integer approve() {
    money.pass(Duration.ofDays(chance.nextInt(40)));
    return money.in(() -> desk.doors().release().release(money.context(), 1_000));
  }

  private UUID change() {
    desk.end(partners.get(covering), accountId);
    covering = 1 - covering;
    accountId = desk.assign(partners.get(covering), payments.customerId(), null);
    return accountId;
  }

  private List<CreditNote> notes() {
    return money
        .in(
            () ->
                money
                    .billing()
                    .creditNotes()
                    .list(
                        money.scope(),
                        new CreditNoteFilter(payments.customerId(), null, null),
                        ALL))
        .items();
  }

  private Money some(int most) {
    return new Money(1 + chance.nextInt(most), currency);
  }

  private <T> T any(List<T> all) {
    if (all.isEmpty()) {
      throw new NothingThere();
    }
    return all.get(chance.nextInt(all.size()));
  }

  /** The step has nothing to be taken with. */
  private static final class NothingThere extends DomainException {
    private static final long serialVersionUID = 1L;

    NothingThere() {
      super("There is nothing.");
    }
  }
}
