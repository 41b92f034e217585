package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.partners.PartnerPolicy;
import com.dotmac.platform.domain.partners.PartnerSettingsService;
import com.dotmac.platform.domain.partners.ledger.Ledger;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.List;

/** Approves what was held long enough, where the tenant lets nobody be asked. */
public final class CommissionRelease {

  private final CommissionEventRepository events;
  private final PartnerSettingsService settings;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final TenantSessions sessions;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param settings whether anybody is asked
   * @param ledger the books
   * @param audit where acts are recorded
   */
  public CommissionRelease(
      TenantSessions sessions, PartnerSettingsService settings, Ledger ledger, AuditTrail audit) {
    events = new CommissionEventRepository(sessions);
    this.settings = settings;
    this.ledger = ledger;
    this.audit = audit;
    this.sessions = sessions;
  }

  /**
   * Approves lines whose time is over at the instant of the call and that nobody blocked. What
   * people wrote waits for somebody else where who makes something may not approve it.
   *
   * @param most how many at the most
   * @return how many were approved; fewer than the most: nothing is left
   */
  public int release(CallContext context, int most) {
    TenantScope scope = context.scope();
    PartnerPolicy how = settings.get(scope);
    if (!how.automaticApproval()) {
      return 0;
    }
    sessions.ofMany(scope);
    List<CommissionEvent> due = events.due(scope, context.at(), !how.makerChecker(), most);
    for (CommissionEvent event : due) {
      var before = event.auditState();
      event.approve(context.at());
      audit.record(context, "commission_event.approved", event.id(), before, event.auditState());
    }
    ledger.post(context, CommissionPostings.approved(due));
    return due.size();
  }
}
