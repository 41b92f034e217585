package com.dotmac.platform.domain.customers;

import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.NumberSeries;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The door to customers. Each verb writes one audit row; none opens a transaction. */
public final class CustomerService {

  private final CustomerRepository customers;
  private final NumberSeries numbers;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param audit where acts are recorded
   */
  public CustomerService(TenantSessions sessions, AuditTrail audit) {
    customers = new CustomerRepository(sessions);
    numbers = new NumberSeries(sessions, "customer", "CUS");
    this.audit = audit;
  }

  /**
   * Creates a customer, active, with the next number.
   *
   * @throws CustomerException.ExternalIdTaken if another customer has the external id
   */
  public Customer create(CallContext context, CustomerDetails details) {
    Customer customer = new Customer(context, numbers.next(context), details);
    customers.add(context.scope(), customer);
    audit.record(context, "customer.created", customer.id(), null, customer.auditState());
    return customer;
  }

  /**
   * The customer with an identifier.
   *
   * @throws CustomerException.NotFound if the tenant has none
   */
  public Customer get(TenantScope scope, UUID id) {
    return customers.find(scope, id).orElseThrow(CustomerException.NotFound::new);
  }

  /**
   * The customers with these identifiers, asked for together; one who is not there is refused when
   * he is taken out.
   */
  public FoundCustomers getAll(TenantScope scope, Collection<UUID> ids) {
    return new FoundCustomers(customers.findAll(scope, ids));
  }

  /**
   * The customer with an identifier, for something new: until the transaction ends nobody can
   * archive him.
   *
   * @throws CustomerException.NotFound if the tenant has none
   * @throws CustomerException.Archived if the customer is archived
   */
  public Customer getOpen(TenantScope scope, UUID id) {
    Customer customer =
        customers.findAndHold(scope, id).orElseThrow(CustomerException.NotFound::new);
    refuseIfArchived(customer);
    return customer;
  }

  /**
   * What customers are called, by identifier; of those that the caller does not see there is none.
   *
   * @param ids whose names are wanted
   */
  public Map<UUID, String> names(TenantScope scope, Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : customers.names(scope, ids);
  }

  /** A page of customers, newest first. */
  public Page<Customer> list(TenantScope scope, CustomerFilter filter, PageRequest page) {
    return customers.list(scope, filter, page);
  }

  /**
   * Changes what people say of a customer.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new details from the present ones
   * @throws CustomerException.NotFound if the tenant has none
   * @throws CustomerException.Archived if the customer is archived
   * @throws CustomerException.ExternalIdTaken if another customer has the external id
   * @throws VersionConflictException if the customer was changed meanwhile
   */
  public Customer change(
      CallContext context, UUID id, int expectedVersion, UnaryOperator<CustomerDetails> edit) {
    Customer customer = getForChange(context.scope(), id, expectedVersion);
    CustomerDetails present = customer.details();
    CustomerDetails wanted = edit.apply(present);
    if (!wanted.equals(present)) {
      var before = customer.auditState();
      customer.change(wanted, context.at());
      customers.flush(context.scope());
      audit.record(context, "customer.changed", id, before, customer.auditState());
    }
    return customer;
  }

  /**
   * Archives a customer: kept for the books, closed to anything new.
   *
   * @param expectedVersion version that the caller has read
   * @throws CustomerException.NotFound if the tenant has none
   * @throws CustomerException.Archived if the customer is archived already
   * @throws VersionConflictException if the customer was changed meanwhile
   */
  public Customer archive(CallContext context, UUID id, int expectedVersion) {
    Customer customer = getForChange(context.scope(), id, expectedVersion);
    var before = customer.auditState();
    customer.archive(context.at());
    customers.flush(context.scope());
    audit.record(context, "customer.archived", id, before, customer.auditState());
    return customer;
  }

  private Customer getForChange(TenantScope scope, UUID id, int expectedVersion) {
    Customer customer = get(scope, id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, customer.version());
    refuseIfArchived(customer);
    return customer;
  }

  private static void refuseIfArchived(Customer customer) {
    if (customer.status() == CustomerStatus.ARCHIVED) {
      throw new CustomerException.Archived();
    }
  }
}
