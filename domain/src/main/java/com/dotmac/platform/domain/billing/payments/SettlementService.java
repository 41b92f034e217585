package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.invoices.InvoiceSettlement;
import com.dotmac.platform.domain.billing.payments.PaymentProvider.Charge;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door for whoever asks providers for money: takes a charge out, and notes what the provider
 * said. Between the two lies the provider, and no transaction. An answer that is lost leaves the
 * payment pending, and the next question is what became of it: nothing is ever charged twice.
 */
public final class SettlementService {

  private final PaymentRepository payments;
  private final PaymentMethodRepository methods;
  private final PaymentProviders providers;
  private final Arrival arrival;
  private final PaymentFacts facts;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param invoices the door through which invoices are paid
   * @param providers who moves money
   * @param events where facts are told
   * @param audit where acts are recorded
   */
  public SettlementService(
      TenantSessions sessions,
      InvoiceSettlement invoices,
      PaymentProviders providers,
      BillingEvents events,
      AuditTrail audit) {
    payments = new PaymentRepository(sessions);
    methods = new PaymentMethodRepository(sessions);
    this.providers = providers;
    facts = new PaymentFacts(events);
    AllocationRepository allocations = new AllocationRepository(sessions);
    arrival = new Arrival(payments, new Allocating(allocations::add, invoices, facts), facts);
    this.audit = audit;
  }

  /**
   * Takes a charge out to ask the provider for it.
   *
   * @param at now
   * @return empty if there is nothing to ask for: the money came, or it is not time to try again
   */
  public Optional<ProviderOrder<Charge>> takeOut(TenantScope scope, UUID paymentId, Instant at) {
    return payments
        .findAndHold(scope, paymentId)
        .filter(payment -> payment.isDue(at))
        .map(
            payment -> {
              boolean askedBefore = payment.attempts().wasSent();
              if (!askedBefore) {
                payment.send(at);
                payments.flush(scope);
              }
              Charge charge =
                  new Charge(
                      payment.attemptKey(), payment.amount(), methods.token(scope, payment), at);
              return new ProviderOrder<>(
                  providers.get(payment.provider()),
                  charge,
                  askedBefore,
                  payment.attempts().sentAt());
            });
  }

  /**
   * Notes what a provider said of a payment. Said again, it changes nothing.
   *
   * @return when to ask the provider again; empty if it has said its last word
   */
  public Optional<Instant> note(CallContext context, UUID paymentId, ProviderAnswer answer) {
    Payment payment = payments.hold(context.scope(), paymentId);
    Map<String, @Nullable Object> before = payment.auditState();
    Optional<Instant> again = Optional.empty();
    if (answer instanceof ProviderAnswer.Done done && !payment.status().isReceived()) {
      arrival.drawn(context, payment, done.name(), done.at());
      record(context, "payment.succeeded", payment, before);
    } else if (answer instanceof ProviderAnswer.Refused refused
        && payment.status() == PaymentStatus.PENDING) {
      again = PaymentPatience.retry(payment.attempts().count(), context.at());
      payment.fail(refused.decline(), again.orElse(null), context.at());
      facts.failed(context, payment);
      record(context, "payment.failed", payment, before);
    } else if (answer instanceof ProviderAnswer.Underway underway
        && payment.status() == PaymentStatus.PENDING) {
      payment.knownAs(underway.name(), context.at());
      again = Optional.of(PaymentPatience.question(payment.attempts().sentAt(), context.at()));
      record(context, "payment.named", payment, before);
    }
    return again;
  }

  private void record(
      CallContext context, String action, Payment payment, Map<String, @Nullable Object> before) {
    payments.flush(context.scope());
    audit.record(context, action, payment.id(), before, payment.auditState());
  }
}
