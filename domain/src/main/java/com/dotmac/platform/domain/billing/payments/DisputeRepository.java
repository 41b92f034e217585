package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queries over {@code payment_disputes}. */
final class DisputeRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of("uq_payment_disputes_provider_dispute", PaymentException.DisputeTaken::new));

  private final TenantSessions sessions;

  DisputeRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, PaymentDispute dispute) {
    sessions.of(scope).persist(dispute);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Optional<PaymentDispute> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(PaymentDispute.class, id));
  }

  /** The dispute of a payment that goes by a name at its provider; {@code null}: there is none. */
  @Nullable PaymentDispute find(TenantScope scope, Payment payment, String name) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from PaymentDispute where paymentId = :payment and providerDisputeId = :name",
            PaymentDispute.class)
        .setParameter("payment", payment.id())
        .setParameter("name", name)
        .uniqueResult();
  }

  PaymentDispute get(TenantScope scope, UUID paymentId, UUID id) {
    return find(scope, id)
        .filter(dispute -> dispute.paymentId().equals(paymentId))
        .orElseThrow(PaymentException.DisputeNotFound::new);
  }

  Page<PaymentDispute> list(TenantScope scope, UUID paymentId, PageRequest page) {
    return new KeysetQuery<>(PaymentDispute.class, PaymentDispute::id)
        .where("paymentId = :payment", "payment", paymentId)
        .page(sessions.of(scope), page);
  }
}
