package com.dotmac.platform.app.partners.statements;

import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.ledger.LedgerMovements;
import com.dotmac.platform.domain.partners.statements.PartnerMetricsService;
import com.dotmac.platform.domain.partners.statements.StatementService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;

/**
 * The doors to what partners are told of their money, put together once.
 *
 * @param partners who is told
 * @param statements of months that are over
 * @param metrics of any period
 */
public record StatementDoors(
    PartnerService partners, StatementService statements, PartnerMetricsService metrics) {

  /**
   * Doors for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants knows the zone
   * @param audit where acts are recorded
   */
  public static StatementDoors of(
      TenantSessions sessions, TenantService tenants, AuditTrail audit) {
    LedgerMovements ledger = new LedgerMovements(sessions);
    return new StatementDoors(
        new PartnerService(sessions, audit),
        new StatementService(sessions, ledger, tenants, audit),
        new PartnerMetricsService(sessions, ledger));
  }
}
