package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.customers.Customer;
import com.dotmac.platform.domain.customers.CustomerException;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The door to accounts: which partner looks after which customer, and when. */
public final class PartnerAccountService {

  private final PartnerRepository partners;
  private final PartnerAccountRepository accounts;
  private final CustomerService customers;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param customers the door to customers
   * @param audit where acts are recorded
   */
  public PartnerAccountService(
      TenantSessions sessions, CustomerService customers, AuditTrail audit) {
    partners = new PartnerRepository(sessions);
    accounts = new PartnerAccountRepository(sessions);
    this.customers = customers;
    this.audit = audit;
  }

  /**
   * Gives a customer to a partner, from the instant of the call on.
   *
   * @throws PartnerException.NotFound if the tenant has no such partner
   * @throws PartnerException.NotActive if the partner is not at work
   * @throws CustomerException.NotFound if the tenant has no such customer
   * @throws CustomerException.Archived if the customer is archived
   * @throws PartnerAccountException.CustomerTaken if a partner looks after the customer
   */
  public PartnerAccount assign(
      CallContext context, UUID partnerId, UUID customerId, PartnerAccountDetails details) {
    partners.requireActive(context.scope(), partnerId);
    Customer customer = customers.getOpen(context.scope(), customerId);
    PartnerAccount account = new PartnerAccount(context, partnerId, customer.id(), details);
    accounts.add(context.scope(), account);
    audit.record(context, "partner_account.assigned", account.id(), null, account.auditState());
    return account;
  }

  /**
   * One account of a partner.
   *
   * @throws PartnerAccountException.NotFound if the partner has no such account
   */
  public PartnerAccount get(TenantScope scope, UUID partnerId, UUID id) {
    return accounts.find(scope, partnerId, id).orElseThrow(PartnerAccountException.NotFound::new);
  }

  /**
   * The accounts that a partner has or had with some customers, in no order.
   *
   * @param customerIds the customers
   */
  public List<PartnerAccount> ofCustomers(
      TenantScope scope, UUID partnerId, Set<UUID> customerIds) {
    return accounts.ofCustomers(scope, partnerId, customerIds);
  }

  /** How many customers a partner looks after at an instant. */
  public long countRunning(TenantScope scope, UUID partnerId, Instant at) {
    return accounts.countRunning(scope, partnerId, at);
  }

  /**
   * A page of the accounts of a partner, newest first.
   *
   * @param alsoEnded whether to show those that were ended
   * @throws PartnerException.NotFound if the tenant has no such partner
   */
  public Page<PartnerAccount> list(
      TenantScope scope, UUID partnerId, boolean alsoEnded, PageRequest page) {
    partners.refuseIfAbsent(scope, partnerId);
    return accounts.list(scope, partnerId, alsoEnded, page);
  }

  /**
   * Changes what is said of an engagement.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new details from the present ones
   * @throws PartnerAccountException if there is no such account or it was ended
   * @throws VersionConflictException if the account was changed meanwhile
   */
  public PartnerAccount change(
      CallContext context,
      UUID partnerId,
      UUID id,
      int expectedVersion,
      UnaryOperator<PartnerAccountDetails> edit) {
    PartnerAccount account = getForChange(context.scope(), partnerId, id, expectedVersion);
    PartnerAccountDetails present = account.details();
    PartnerAccountDetails wanted = edit.apply(present);
    if (!wanted.equals(present)) {
      var before = account.auditState();
      account.change(wanted, context.at());
      accounts.flush(context.scope());
      audit.record(context, "partner_account.changed", id, before, account.auditState());
    }
    return account;
  }

  /**
   * Ends an engagement at the instant of the call. The row stays; the customer is free for another
   * partner.
   *
   * @param expectedVersion version that the caller has read
   * @throws PartnerAccountException if there is no such account or it was ended already
   * @throws VersionConflictException if the account was changed meanwhile
   */
  public PartnerAccount end(CallContext context, UUID partnerId, UUID id, int expectedVersion) {
    PartnerAccount account = getForChange(context.scope(), partnerId, id, expectedVersion);
    account.endAndRecord(context, audit);
    accounts.flush(context.scope());
    return account;
  }

  private PartnerAccount getForChange(
      TenantScope scope, UUID partnerId, UUID id, int expectedVersion) {
    PartnerAccount account = get(scope, partnerId, id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, account.version());
    if (account.endedAt() != null) {
      throw new PartnerAccountException.Ended();
    }
    return account;
  }
}
