package com.dotmac.platform.domain.customers;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code customer_contacts}. */
final class CustomerContactRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of(
              "uq_customer_contacts_email", CustomerContactException.EmailTaken::new,
              "uq_customer_contacts_primary", CustomerContactException.PrimaryTaken::new));

  private final TenantSessions sessions;

  CustomerContactRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, CustomerContact contact) {
    sessions.of(scope).persist(contact);
    flush(scope);
  }

  void remove(TenantScope scope, CustomerContact contact) {
    sessions.of(scope).remove(contact);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Optional<CustomerContact> find(TenantScope scope, UUID customerId, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(CustomerContact.class, id))
        .filter(contact -> contact.customerId().equals(customerId));
  }

  Page<CustomerContact> list(TenantScope scope, UUID customerId, PageRequest page) {
    return new KeysetQuery<>(CustomerContact.class, CustomerContact::id)
        .where("customerId = :customer", "customer", customerId)
        .page(sessions.of(scope), page);
  }
}
