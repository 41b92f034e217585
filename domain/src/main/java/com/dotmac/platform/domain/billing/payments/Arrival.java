package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.tenancy.CallContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens when the money of a payment comes: it is told, and pays what it was meant for. */
final class Arrival {

  private final PaymentRepository payments;
  private final Allocating allocating;
  private final PaymentFacts facts;

  Arrival(PaymentRepository payments, Allocating allocating, PaymentFacts facts) {
    this.payments = payments;
    this.allocating = allocating;
    this.facts = facts;
  }

  /** What a payment is meant for, to be kept until its money comes. */
  static List<PaymentTarget> targets(
      CallContext context, Payment payment, List<WantedAllocation> wanted) {
    List<PaymentTarget> targets = new ArrayList<>();
    for (WantedAllocation one : wanted) {
      targets.add(new PaymentTarget(context, payment.id(), targets.size() + 1, one));
    }
    return targets;
  }

  /** Money that people record: whoever does is told when it cannot pay what he chose. */
  void recorded(CallContext context, Payment payment, PaymentDraft draft) {
    Instant received = draft.receivedAt() == null ? context.at() : draft.receivedAt();
    payment.succeed(null, received, context.at());
    facts.succeeded(context, payment);
    List<WantedAllocation> wanted = draft.invoices();
    if (wanted == null) {
      allocating.toWhatIsDueFirst(context, payment);
    } else {
      allocating.toChosen(context, payment, wanted);
    }
  }

  /**
   * Money that a provider drew: it has come, whatever became of the invoices meanwhile.
   *
   * @param name what the provider calls the payment; {@code null}: it does not say
   */
  void drawn(CallContext context, Payment payment, @Nullable String name, Instant at) {
    payment.succeed(name, at, context.at());
    facts.succeeded(context, payment);
    if (payment.choosesInvoices()) {
      allocating.asMeant(context, payment, payments.targets(context.scope(), payment));
    } else {
      allocating.toWhatIsDueFirst(context, payment);
    }
  }
}
