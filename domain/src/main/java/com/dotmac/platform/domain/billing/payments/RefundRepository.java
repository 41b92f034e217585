package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code payment_refunds}. */
final class RefundRepository {

  private final TenantSessions sessions;

  RefundRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, PaymentRefund refund) {
    sessions.of(scope).persist(refund);
    flush(scope);
  }

  void flush(TenantScope scope) {
    sessions.of(scope).flush();
  }

  Optional<PaymentRefund> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(PaymentRefund.class, id));
  }

  PaymentRefund get(TenantScope scope, UUID paymentId, UUID id) {
    return find(scope, id)
        .filter(refund -> refund.paymentId().equals(paymentId))
        .orElseThrow(PaymentException.RefundNotFound::new);
  }

  Page<PaymentRefund> list(TenantScope scope, UUID paymentId, PageRequest page) {
    return new KeysetQuery<>(PaymentRefund.class, PaymentRefund::id)
        .where("paymentId = :payment", "payment", paymentId)
        .page(sessions.of(scope), page);
  }
}
