package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code payments} and {@code payment_targets}. */
final class PaymentRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of("uq_payments_provider_payment", PaymentException.ProviderPaymentTaken::new));

  private final TenantSessions sessions;

  PaymentRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, Payment payment, List<PaymentTarget> targets) {
    sessions.of(scope).persist(payment);
    targets.forEach(sessions.of(scope)::persist);
    flush(scope);
  }

  /** Adds many, whose allocations follow them. */
  void addAll(TenantScope scope, List<Payment> all, List<PaymentAllocation> allocations) {
    all.forEach(sessions.of(scope)::persist);
    allocations.forEach(sessions.of(scope)::persist);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Payment get(TenantScope scope, UUID id) {
    Payment payment = sessions.of(scope).find(Payment.class, id);
    if (payment == null) {
      throw new PaymentException.NotFound();
    }
    return payment;
  }

  /** The payment, held until the transaction ends: one at a time decides about its money. */
  Payment hold(TenantScope scope, UUID id) {
    return findAndHold(scope, id).orElseThrow(PaymentException.NotFound::new);
  }

  Optional<Payment> findAndHold(TenantScope scope, UUID id) {
    return Optional.ofNullable(
        sessions.of(scope).find(Payment.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<UUID> findByProvider(TenantScope scope, String provider, String providerPaymentId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select id from Payment where provider = :provider and providerPaymentId = :name",
            UUID.class)
        .setParameter("provider", provider)
        .setParameter("name", providerPaymentId)
        .uniqueResultOptional();
  }

  List<WantedAllocation> targets(TenantScope scope, Payment payment) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from PaymentTarget where paymentId = :payment order by position", PaymentTarget.class)
        .setParameter("payment", payment.id())
        .getResultList()
        .stream()
        .map(target -> target.wanted(payment))
        .toList();
  }

  /** What is left of the payments of a customer, a sum in each currency, by its code. */
  List<Money> available(TenantScope scope, UUID customerId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select amounts.currency, sum(amounts.availableAmount) from Payment"
                + " where customerId = :customer and amounts.availableAmount > 0"
                + " group by amounts.currency order by amounts.currency",
            Object[].class)
        .setParameter("customer", customerId)
        .getResultList()
        .stream()
        .map(row -> new Money((Long) row[1], Currency.getInstance((String) row[0])))
        .toList();
  }

  Page<Payment> list(TenantScope scope, PaymentFilter filter, PageRequest page) {
    return new KeysetQuery<>(Payment.class, Payment::id)
        .where("customerId = :customer", "customer", filter.customerId())
        .where("status = :status", "status", filter.status())
        .page(sessions.of(scope), page);
  }
}
