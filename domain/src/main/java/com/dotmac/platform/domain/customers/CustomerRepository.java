package com.dotmac.platform.domain.customers;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.SqlArrays;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The queries over {@code customers}. */
final class CustomerRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of("uq_customers_external_id", CustomerException.ExternalIdTaken::new));

  private final TenantSessions sessions;

  CustomerRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, Customer customer) {
    sessions.of(scope).persist(customer);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Optional<Customer> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(Customer.class, id));
  }

  List<Customer> findAll(TenantScope scope, Collection<UUID> ids) {
    return sessions
        .of(scope)
        .createNativeQuery(
            """
            SELECT * FROM customers
            WHERE tenant_id = current_tenant_id() AND id = ANY (CAST(:ids AS uuid[]))\
            """,
            Customer.class)
        .setParameter("ids", SqlArrays.of(ids))
        .getResultList();
  }

  /**
   * The customer, kept as he is until the transaction ends: what is built on his state stays true.
   */
  Optional<Customer> findAndHold(TenantScope scope, UUID id) {
    return Optional.ofNullable(
        sessions.of(scope).find(Customer.class, id, LockModeType.PESSIMISTIC_READ));
  }

  /** The names of those that there are, by identifier. */
  Map<UUID, String> names(TenantScope scope, Collection<UUID> ids) {
    return sessions
        .of(scope)
        .createSelectionQuery("select id, name from Customer where id in :ids", Object[].class)
        .setParameterList("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
  }

  Page<Customer> list(TenantScope scope, CustomerFilter filter, PageRequest page) {
    return new KeysetQuery<>(Customer.class, Customer::id)
        .where("status = :status", "status", filter.status())
        .where(
            "(lower(name) like :search escape '!' or lower(number) like :search escape '!'"
                + " or email like :search escape '!')",
            "search",
            KeysetQuery.containing(filter.search()))
        .page(sessions.of(scope), page);
  }
}
