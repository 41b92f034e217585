package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.partners.PartnerException;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.sealing.SealingException;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Currency;
import java.util.UUID;

/** The door to the accounts that partners are paid to, and those that they are paid from. */
public final class BankAccountService {

  private final BankAccountRepository accounts;
  private final PartnerService partners;
  private final Seals seals;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param partners the door to partners
   * @param seals keeps the numbers
   * @param audit where acts are recorded, without the numbers
   */
  public BankAccountService(
      TenantSessions sessions, PartnerService partners, Seals seals, AuditTrail audit) {
    accounts = new BankAccountRepository(sessions);
    this.partners = partners;
    this.seals = seals;
    this.audit = audit;
  }

  /**
   * Where a partner is paid.
   *
   * @throws PartnerException.NotFound if the tenant has no such partner
   * @throws BankAccountException.NotFound if nobody has said
   */
  public PayeeAccount payee(TenantScope scope, UUID partnerId) {
    partners.get(scope, partnerId);
    return accounts.payee(scope, partnerId).orElseThrow(BankAccountException.NotFound::new);
  }

  /**
   * Says where a partner is paid.
   *
   * @throws PartnerException.NotFound if the tenant has no such partner
   * @throws BankAccountException.AlreadySet if somebody has said so already
   * @throws SealingException.NotConfigured if there is no key to seal with
   */
  public PayeeAccount setPayee(CallContext context, UUID partnerId, BankAccount wanted) {
    partners.get(context.scope(), partnerId);
    if (accounts.payee(context.scope(), partnerId).isPresent()) {
      throw new BankAccountException.AlreadySet();
    }
    PayeeAccount account = new PayeeAccount(context, partnerId, wanted, seals);
    accounts.add(context.scope(), account);
    audit.record(context, "payee_account.set", partnerId, null, account.auditState());
    return account;
  }

  /**
   * Says where a partner is paid from now on; what was handed over already goes where it went.
   *
   * @param expectedVersion version that the caller has read
   * @throws PartnerException.NotFound if the tenant has no such partner
   * @throws BankAccountException.NotFound if nobody has said where
   * @throws VersionConflictException if the account was changed meanwhile
   * @throws SealingException.NotConfigured if there is no key to seal with
   */
  public PayeeAccount changePayee(
      CallContext context, UUID partnerId, int expectedVersion, BankAccount wanted) {
    PayeeAccount account = payee(context.scope(), partnerId);
    VersionConflictException.refuseUnlessEqual(expectedVersion, account.version());
    var before = account.auditState();
    account.change(wanted, seals, context.at());
    accounts.flush(context.scope());
    audit.record(context, "payee_account.changed", partnerId, before, account.auditState());
    return account;
  }

  /**
   * An account that partners are paid from.
   *
   * @throws BankAccountException.NotFound if the tenant has none
   */
  public PayerAccount payer(TenantScope scope, UUID id) {
    return accounts.payer(scope, id).orElseThrow(BankAccountException.NotFound::new);
  }

  /** A page of the accounts that partners are paid from, one for a currency. */
  public Page<PayerAccount> payers(TenantScope scope, PageRequest page) {
    return accounts.payers(scope, page);
  }

  /**
   * Says what account partners are paid from in a currency.
   *
   * @throws BankAccountException.AlreadySet if somebody has said so already
   * @throws SealingException.NotConfigured if there is no key to seal with
   */
  public PayerAccount setPayer(CallContext context, Currency currency, BankAccount wanted) {
    PayerAccount account = new PayerAccount(context, currency, wanted, seals);
    accounts.add(context.scope(), account);
    audit.record(context, "payer_account.set", account.id(), null, account.auditState());
    return account;
  }

  /**
   * Says what account partners are paid from in a currency from now on.
   *
   * @param expectedVersion version that the caller has read
   * @throws BankAccountException.NotFound if the tenant has none
   * @throws VersionConflictException if the account was changed meanwhile
   * @throws SealingException.NotConfigured if there is no key to seal with
   */
  public PayerAccount changePayer(
      CallContext context, UUID id, int expectedVersion, BankAccount wanted) {
    PayerAccount account = payer(context.scope(), id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, account.version());
    var before = account.auditState();
    account.change(wanted, seals, context.at());
    accounts.flush(context.scope());
    audit.record(context, "payer_account.changed", id, before, account.auditState());
    return account;
  }
}
