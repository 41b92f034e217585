package com.dotmac.platform.it.billing.payments;

import com.dotmac.platform.domain.billing.payments.Decline;
import com.dotmac.platform.domain.billing.payments.DisputeStatus;
import com.dotmac.platform.domain.billing.payments.Payment;
import com.dotmac.platform.domain.billing.payments.PaymentDispute;
import com.dotmac.platform.domain.billing.payments.PaymentDraft;
import com.dotmac.platform.domain.billing.payments.PaymentFilter;
import com.dotmac.platform.domain.billing.payments.PaymentKind;
import com.dotmac.platform.domain.billing.payments.PaymentMethodDraft;
import com.dotmac.platform.domain.billing.payments.PaymentRefund;
import com.dotmac.platform.domain.billing.payments.ProviderAnswer;
import com.dotmac.platform.domain.billing.payments.RefundStatus;
import com.dotmac.platform.domain.billing.payments.WantedAllocation;
import com.dotmac.platform.domain.billing.payments.WantedRefund;
import com.dotmac.platform.domain.shared.DomainException;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One customer, with whose money something happens at each step, by chance. */
public final class PaymentPlay {
  private static final PageRequest ALL = new PageRequest(100, null);

  private final PaymentDesk desk;
  private final Currency currency;
  private final Random chance;
  private final UUID customerId;
  private final UUID methodId;
  private final List<UUID> invoices = new ArrayList<>();
  private int done;

  /** A play with a customer of its own. */
  public PaymentPlay(PaymentDesk desk, String currency, Random chance) {
    this.desk = desk;
    this.currency = Currency.getInstance(currency);
    this.chance = chance;
    customerId = desk.customer();
    PaymentMethodDraft method =
        new PaymentMethodDraft(PaymentKind.CARD, "Card", "scripted", "success", true);
    methodId = desk.in(() -> desk.doors().methods().add(desk.context(), customerId, method)).id();
  }

  /** Who pays. */
  public UUID customerId() {
    return customerId;
  }

  /** What was billed; more may be added. */
  public List<UUID> invoices() {
    return invoices;
  }

  /** How many steps were not refused. */
  public int done() {
    return done;
  }

  /** What was paid and came, in minor units. */
  long moneyThatCame() {
    return payments().stream()
        .filter(payment -> payment.status().isReceived())
        .mapToLong(payment -> payment.amount().minor())
        .sum();
  }

  /** Where the payments say that it is. */
  long moneyInBooks() {
    return payments().stream()
        .filter(payment -> payment.status().isReceived())
        .mapToLong(
            payment ->
                payment.allocated().minor()
                    + payment.available().minor()
                    + payment.refunded().minor()
                    + payment.disputed().minor()
                    + payment.chargedBack().minor())
        .sum();
  }

  /** Takes a step; what it was. */
  public String step() {
    return switch (chance.nextInt(12)) {
      case 0, 1 -> tried("bill", this::bill);
      case 2 -> tried("pay what is due first", () -> pay(null, null));
      case 3 -> tried("pay what is chosen", () -> pay(chosen(), null));
      case 4 ->
          tried("pay by provider", () -> pay(chance.nextBoolean() ? chosen() : null, methodId));
      case 5 -> tried("hear of a charge", this::hearOfCharge);
      case 6 -> tried("use credit", this::useCredit);
      case 7 -> tried("refund", this::refund);
      case 8 -> tried("refund what is chosen", this::refundChosen);
      case 9 -> tried("hear of a refund", this::hearOfRefund);
      case 10 -> tried("dispute", this::dispute);
      default -> tried("decide a dispute", this::decide);
    };
  }

  private String tried(String what, Supplier<?> step) {
    try {
      Object outcome = step.get();
      done++;
      return what + ": " + outcome;
    } catch (DomainException e) {
      return what + ", refused: " + e.getMessage();
    } catch (NothingThere e) {
      return what + ", of which there is none";
    }
  }

  private UUID bill() {
    UUID id = desk.invoice(customerId, some(900), chance.nextInt(60));
    invoices.add(id);
    return id;
  }

  private Payment pay(@Nullable List<WantedAllocation> wanted, @Nullable UUID method) {
    PaymentDraft draft =
        new PaymentDraft(
            customerId,
            some(1_500),
            method == null ? PaymentKind.CASH : null,
            method,
            null,
            null,
            wanted);
    return desk.in(() -> desk.doors().payments().take(desk.context(), draft));
  }

  private List<WantedAllocation> chosen() {
    List<WantedAllocation> wanted = new ArrayList<>();
    for (UUID id : invoices) {
      if (chance.nextInt(3) == 0) {
        wanted.add(new WantedAllocation(id, chance.nextBoolean() ? null : some(400)));
      }
    }
    return wanted;
  }

  private Optional<?> hearOfCharge() {
    Payment payment = any(payments(), one -> !one.status().isReceived());
    ProviderAnswer answer =
        chance.nextInt(3) == 0
            ? new ProviderAnswer.Refused(new Decline("declined", "no"))
            : new ProviderAnswer.Done("pay_" + payment.id(), desk.now());
    desk.in(() -> desk.doors().settlements().takeOut(desk.scope(), payment.id(), desk.now()));
    return desk.in(() -> desk.doors().settlements().note(desk.context(), payment.id(), answer));
  }

  private Payment useCredit() {
    Payment payment = any(payments(), one -> one.available().isPositive());
    List<WantedAllocation> wanted = chance.nextBoolean() ? null : chosen();
    return desk.in(
        () ->
            desk.doors()
                .payments()
                .allocate(
                    desk.context(),
                    payment.id(),
                    wanted == null || wanted.isEmpty() ? null : wanted));
  }

  private PaymentRefund refund() {
    Payment payment = any(payments(), one -> true);
    Money amount = chance.nextInt(3) == 0 ? null : some(700);
    return desk.in(() -> desk.doors().refunds().refund(desk.context(), payment.id(), amount, null));
  }

  private PaymentRefund refundChosen() {
    Payment payment = any(payments(), one -> one.allocated().isPositive());
    UUID allocationId =
        any(
                desk.in(() -> desk.doors().payments().allocations(desk.scope(), payment.id(), ALL))
                    .items(),
                one -> true)
            .id();
    List<WantedRefund> chosen =
        List.of(new WantedRefund(allocationId, chance.nextBoolean() ? null : some(300)));
    return desk.in(() -> desk.doors().refunds().refund(desk.context(), payment.id(), null, chosen));
  }

  private Optional<?> hearOfRefund() {
    Payment payment = any(payments(), one -> one.refunded().isPositive());
    PaymentRefund refund =
        any(
            desk.in(() -> desk.doors().refunds().list(desk.scope(), payment.id(), ALL)).items(),
            one -> one.status() == RefundStatus.PENDING);
    ProviderAnswer answer =
        chance.nextBoolean()
            ? new ProviderAnswer.Refused(new Decline("refused", "no"))
            : new ProviderAnswer.Done("ref_" + refund.id(), desk.now());
    return desk.in(
        () ->
            desk.doors()
                .refundSettlements()
                .note(desk.context(), payment.id(), refund.id(), answer));
  }

  private PaymentDispute dispute() {
    Payment payment = any(payments(), one -> true);
    Money amount = chance.nextInt(3) == 0 ? null : some(700);
    return desk.in(() -> desk.doors().disputes().open(desk.context(), payment.id(), amount, null));
  }

  private PaymentDispute decide() {
    Payment payment = any(payments(), one -> one.disputed().isPositive());
    PaymentDispute dispute =
        any(
            desk.in(() -> desk.doors().disputes().list(desk.scope(), payment.id(), ALL)).items(),
            one -> one.status() == DisputeStatus.OPEN);
    boolean won = chance.nextInt(3) > 0;
    return desk.in(
        () ->
            won
                ? desk.doors()
                    .disputes()
                    .win(desk.context(), payment.id(), dispute.id(), dispute.version())
                : desk.doors()
                    .disputes()
                    .lose(desk.context(), payment.id(), dispute.id(), dispute.version()));
  }

  private List<Payment> payments() {
    return desk.in(
            () ->
                desk.doors()
                    .payments()
                    .list(desk.scope(), new PaymentFilter(customerId, null), ALL))
        .items();
  }

  private Money some(int most) {
    return new Money(1 + chance.nextInt(most), currency);
  }

  private <T> T any(List<T> all, Predicate<T> which) {
    List<T> fitting = all.stream().filter(which).toList();
    if (fitting.isEmpty()) {
      throw new NothingThere();
    }
    return fitting.get(chance.nextInt(fitting.size()));
  }

  /** The step has nothing to be taken with. */
  private static final class NothingThere extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
