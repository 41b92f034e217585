package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queries over {@code payment_methods}. */
final class PaymentMethodRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of("uq_payment_methods_default", PaymentMethodException.DefaultTaken::new));

  private final TenantSessions sessions;

  PaymentMethodRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, PaymentMethod method) {
    sessions.of(scope).persist(method);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  PaymentMethod get(TenantScope scope, UUID customerId, UUID id) {
    return of(customerId, sessions.of(scope).find(PaymentMethod.class, id));
  }

  /** The method for something new: until the transaction ends nobody can remove it. */
  PaymentMethod getActive(TenantScope scope, UUID customerId, UUID id) {
    PaymentMethod method =
        of(
            customerId,
            sessions.of(scope).find(PaymentMethod.class, id, LockModeType.PESSIMISTIC_READ));
    if (method.status() == PaymentMethodStatus.REMOVED) {
      throw new PaymentMethodException.Removed();
    }
    return method;
  }

  /** What the provider calls the method of a payment; {@code null}: nothing. */
  @Nullable String token(TenantScope scope, Payment payment) {
    UUID id = payment.paymentMethodId();
    return id == null ? null : get(scope, payment.customerId(), id).providerReference();
  }

  /** The present default, held: of two who change it at once the second finds what became of it. */
  Optional<PaymentMethod> findDefault(TenantScope scope, UUID customerId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from PaymentMethod where customerId = :customer and isDefault", PaymentMethod.class)
        .setParameter("customer", customerId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .uniqueResultOptional();
  }

  Page<PaymentMethod> list(
      TenantScope scope, UUID customerId, boolean alsoRemoved, PageRequest page) {
    return new KeysetQuery<>(PaymentMethod.class, PaymentMethod::id)
        .where("customerId = :customer", "customer", customerId)
        .where("status = :status", "status", alsoRemoved ? null : PaymentMethodStatus.ACTIVE)
        .page(sessions.of(scope), page);
  }

  private static PaymentMethod of(UUID customerId, @Nullable PaymentMethod found) {
    if (found == null || !found.customerId().equals(customerId)) {
      throw new PaymentMethodException.NotFound();
    }
    return found;
  }
}
