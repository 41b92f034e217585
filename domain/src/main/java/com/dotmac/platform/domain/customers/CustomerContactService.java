package com.dotmac.platform.domain.customers;

import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The door to the people at a customer's. Those of an archived customer can still be changed and
 * removed: his last invoice must reach somebody.
 */
public final class CustomerContactService {

  private final CustomerService customers;
  private final CustomerContactRepository contacts;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param customers the door to customers
   * @param audit where acts are recorded
   */
  public CustomerContactService(
      TenantSessions sessions, CustomerService customers, AuditTrail audit) {
    this.customers = customers;
    contacts = new CustomerContactRepository(sessions);
    this.audit = audit;
  }

  /**
   * Adds a person to a customer.
   *
   * @throws CustomerException.NotFound if the tenant has no such customer
   * @throws CustomerException.Archived if the customer is archived
   * @throws CustomerContactException if the address or the place of primary contact is taken
   */
  public CustomerContact add(CallContext context, UUID customerId, CustomerContactDetails details) {
    customers.getOpen(context.scope(), customerId);
    CustomerContact contact = new CustomerContact(context, customerId, details);
    contacts.add(context.scope(), contact);
    audit.record(context, "customer_contact.added", contact.id(), null, contact.auditState());
    return contact;
  }

  /**
   * One person of a customer.
   *
   * @throws CustomerContactException.NotFound if the customer has no such contact
   */
  public CustomerContact get(TenantScope scope, UUID customerId, UUID id) {
    return contacts.find(scope, customerId, id).orElseThrow(CustomerContactException.NotFound::new);
  }

  /**
   * A page of the people of a customer, newest first.
   *
   * @throws CustomerException.NotFound if the tenant has no such customer
   */
  public Page<CustomerContact> list(TenantScope scope, UUID customerId, PageRequest page) {
    customers.get(scope, customerId);
    return contacts.list(scope, customerId, page);
  }

  /**
   * Changes what is said of a person.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new details from the present ones
   * @throws CustomerContactException if there is no such person, or something he wants is taken
   * @throws VersionConflictException if the person was changed meanwhile
   */
  public CustomerContact change(
      CallContext context,
      UUID customerId,
      UUID id,
      int expectedVersion,
      UnaryOperator<CustomerContactDetails> edit) {
    CustomerContact contact = getForChange(context.scope(), customerId, id, expectedVersion);
    CustomerContactDetails present = contact.details();
    CustomerContactDetails wanted = edit.apply(present);
    if (!wanted.equals(present)) {
      var before = contact.auditState();
      contact.change(wanted, context.at());
      contacts.flush(context.scope());
      audit.record(context, "customer_contact.changed", id, before, contact.auditState());
    }
    return contact;
  }

  /**
   * Removes a person: what was said of him is in the audit trail and nowhere else.
   *
   * @param expectedVersion version that the caller has read
   * @return the person as he was
   * @throws CustomerContactException.NotFound if the customer has no such contact
   * @throws VersionConflictException if the person was changed meanwhile
   */
  public CustomerContact remove(
      CallContext context, UUID customerId, UUID id, int expectedVersion) {
    CustomerContact contact = getForChange(context.scope(), customerId, id, expectedVersion);
    contacts.remove(context.scope(), contact);
    audit.record(context, "customer_contact.removed", id, contact.auditState(), null);
    return contact;
  }

  private CustomerContact getForChange(
      TenantScope scope, UUID customerId, UUID id, int expectedVersion) {
    CustomerContact contact = get(scope, customerId, id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, contact.version());
    return contact;
  }
}
