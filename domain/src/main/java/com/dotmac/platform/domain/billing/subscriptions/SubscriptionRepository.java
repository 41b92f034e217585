package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code billing_subscriptions} and {@code billing_subscription_charges}. */
final class SubscriptionRepository {

  private final TenantSessions sessions;

  SubscriptionRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, Subscription subscription) {
    sessions.of(scope).persist(subscription);
    flush(scope);
  }

  void add(TenantScope scope, SubscriptionCharge charge) {
    sessions.of(scope).persist(charge);
  }

  void flush(TenantScope scope) {
    sessions.of(scope).flush();
  }

  Optional<Subscription> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(Subscription.class, id));
  }

  /** The subscription as it is now; nobody else changes it until the transaction ends. */
  Optional<Subscription> findForChange(TenantScope scope, UUID id) {
    return Optional.ofNullable(
        sessions.of(scope).find(Subscription.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The subscription for which an invoice was made; empty if it was made otherwise. */
  Optional<UUID> findByInvoice(TenantScope scope, UUID invoiceId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select subscriptionId from SubscriptionCharge where invoiceId = :invoice", UUID.class)
        .setParameter("invoice", invoiceId)
        .uniqueResultOptional();
  }

  /** What was charged for a subscription, newest first. */
  List<SubscriptionCharge> charges(TenantScope scope, UUID subscriptionId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from SubscriptionCharge where subscriptionId = :subscription order by id desc",
            SubscriptionCharge.class)
        .setParameter("subscription", subscriptionId)
        .getResultList();
  }

  Page<SubscriptionCharge> charges(TenantScope scope, UUID subscriptionId, PageRequest page) {
    return new KeysetQuery<>(SubscriptionCharge.class, SubscriptionCharge::id)
        .where("subscriptionId = :subscription", "subscription", subscriptionId)
        .page(sessions.of(scope), page);
  }

  Page<Subscription> list(TenantScope scope, SubscriptionFilter filter, PageRequest page) {
    return new KeysetQuery<>(Subscription.class, Subscription::id)
        .where("status = :status", "status", filter.status())
        .where("customerId = :customer", "customer", filter.customerId())
        .where("planId = :plan", "plan", filter.planId())
        .page(sessions.of(scope), page);
  }
}
