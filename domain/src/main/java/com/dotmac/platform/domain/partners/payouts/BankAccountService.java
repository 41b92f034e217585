package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.partners.PartnerException;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.sealing.SealingException;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Currency;
import java.util.UUID;

/**
 * The door to the accounts that partners are paid to, and those that they are paid from. Accounts
 * are added and never changed: the newest counts, and what was sent to an older one says so.
 */
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
   * Says where a partner is paid from now on; what was handed over already goes where it went.
   *
   * @throws PartnerException.NotFound if the tenant has no such partner
   * @throws SealingException.NotConfigured if there is no key to seal with
   */
  public PayeeAccount addPayee(CallContext context, UUID partnerId, BankAccount wanted) {
    partners.get(context.scope(), partnerId);
    PayeeAccount account = new PayeeAccount(context, partnerId, wanted, seals);
    accounts.add(context.scope(), account);
    audit.record(context, "payee_account.added", account.id(), null, account.auditState());
    return account;
  }

  /**
   * An account of a partner.
   *
   * @throws BankAccountException.NotFound if the partner has no such account
   */
  public PayeeAccount payee(TenantScope scope, UUID partnerId, UUID id) {
    return accounts
        .payee(scope, id)
        .filter(account -> account.partnerId().equals(partnerId))
        .orElseThrow(BankAccountException.NotFound::new);
  }

  /**
   * A page of the accounts of a partner, newest first: he is paid to the first of all.
   *
   * @throws PartnerException.NotFound if the tenant has no such partner
   */
  public Page<PayeeAccount> payees(TenantScope scope, UUID partnerId, PageRequest page) {
    partners.get(scope, partnerId);
    return accounts.payees(scope, partnerId, page);
  }

  /**
   * Says what account partners are paid from in a currency from now on.
   *
   * @throws SealingException.NotConfigured if there is no key to seal with
   */
  public PayerAccount addPayer(CallContext context, Currency currency, BankAccount wanted) {
    PayerAccount account = new PayerAccount(context, currency, wanted, seals);
    accounts.add(context.scope(), account);
    audit.record(context, "payer_account.added", account.id(), null, account.auditState());
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

  /**
   * A page of the accounts that partners are paid from, newest first: of each currency the first.
   */
  public Page<PayerAccount> payers(TenantScope scope, PageRequest page) {
    return accounts.payers(scope, page);
  }
}
