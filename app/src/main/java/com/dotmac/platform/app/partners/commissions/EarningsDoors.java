package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.PartnerSettingsService;
import com.dotmac.platform.domain.partners.commissions.CommissionAccrual;
import com.dotmac.platform.domain.partners.commissions.CommissionEventService;
import com.dotmac.platform.domain.partners.commissions.CommissionRelease;
import com.dotmac.platform.domain.partners.commissions.ReconciliationService;
import com.dotmac.platform.domain.partners.ledger.Ledger;
import com.dotmac.platform.domain.partners.ledger.LedgerBalances;
import com.dotmac.platform.domain.partners.rules.RuleBook;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;

/**
 * The doors to what partners earn, put together once.
 *
 * @param partners who earns
 * @param accrual follows the facts of billing
 * @param events the lines
 * @param release approves them in time
 * @param ledger what the books say
 * @param reconciliation proves it
 */
public record EarningsDoors(
    PartnerService partners,
    CommissionAccrual accrual,
    CommissionEventService events,
    CommissionRelease release,
    LedgerBalances ledger,
    ReconciliationService reconciliation) {

  /**
   * Doors for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants knows the zone
   * @param audit where acts are recorded
   */
  public static EarningsDoors of(TenantSessions sessions, TenantService tenants, AuditTrail audit) {
    PartnerService partners = new PartnerService(sessions, audit);
    PartnerSettingsService settings = new PartnerSettingsService(sessions, audit);
    Ledger ledger = new Ledger(sessions);
    LedgerBalances balances = new LedgerBalances(sessions);
    return new EarningsDoors(
        partners,
        new CommissionAccrual(sessions, tenants, new RuleBook(sessions), settings, ledger, audit),
        new CommissionEventService(sessions, partners, settings, ledger, balances, audit),
        new CommissionRelease(sessions, settings, ledger, audit),
        balances,
        new ReconciliationService(sessions, balances));
  }
}
