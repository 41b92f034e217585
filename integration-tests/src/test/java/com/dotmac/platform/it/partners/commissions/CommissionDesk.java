package com.dotmac.platform.it.partners.commissions;

import com.dotmac.platform.app.partners.commissions.EarningsDoors;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.billing.events.BillingEvent;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.partners.CommissionModel;
import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.partners.PartnerAccountDetails;
import com.dotmac.platform.domain.partners.PartnerAccountService;
import com.dotmac.platform.domain.partners.PartnerDetails;
import com.dotmac.platform.domain.partners.PartnerTier;
import com.dotmac.platform.domain.partners.commissions.Reconciliation;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.billing.payments.PaymentDesk;
import com.dotmac.platform.it.harness.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant with customers whom partners look after, handled at the doors. */
final class CommissionDesk implements AutoCloseable {
  private final PaymentDesk desk;
  private final PartnerAccountService accounts;
  private final EarningsDoors doors;
  private int told;

  CommissionDesk(TestDatabase database) {
    desk = new PaymentDesk(database);
    TenantSessions sessions = desk.sessions();
    AuditLog audit = new AuditLog(sessions);
    doors = EarningsDoors.of(sessions, new TenantService(sessions, audit), audit);
    accounts = new PartnerAccountService(sessions, new CustomerService(sessions, audit), audit);
  }

  PaymentDesk payments() {
    return desk;
  }

  EarningsDoors doors() {
    return doors;
  }

  /** A partner at work. */
  UUID partner(@Nullable BigDecimal rate) {
    PartnerDetails details =
        new PartnerDetails(
            "Partner " + UUID.randomUUID(),
            null,
            null,
            PartnerTier.BRONZE,
            CommissionModel.REVENUE_SHARE,
            rate,
            "partner@example.org",
            null,
            null,
            null,
            null,
            Map.of());
    return desk.in(
        () -> {
          Partner made = doors.partners().create(desk.context(), details);
          doors.partners().activate(desk.context(), made.id(), made.version());
          return made.id();
        });
  }

  /** Has a partner look after a customer from now on. */
  UUID assign(UUID partnerId, UUID customerId, @Nullable BigDecimal rate) {
    return desk.in(
            () ->
                accounts.assign(
                    desk.context(),
                    partnerId,
                    customerId,
                    new PartnerAccountDetails("referral", rate, null)))
        .id();
  }

  /** Ends that. */
  void end(UUID partnerId, UUID accountId) {
    desk.in(
        () ->
            accounts.end(
                desk.context(),
                partnerId,
                accountId,
                accounts.get(desk.scope(), partnerId, accountId).version()));
  }

  /** All facts, in order. */
  List<BillingEvent> facts() {
    return desk.in(
        () ->
            desk.sessions()
                .of(desk.scope())
                .createSelectionQuery("from BillingEvent order by position", BillingEvent.class)
                .getResultList());
  }

  /** Tells facts that were not told yet, one after the other, each in a transaction of its own. */
  void tell() {
    List<BillingEvent> all = facts();
    for (BillingEvent event : all.subList(told, all.size())) {
      take(List.of(event));
    }
    told = all.size();
  }

  /** Tells facts together. */
  void take(List<BillingEvent> events) {
    desk.in(
        () -> {
          doors.accrual().take(desk.context(), new ArrayList<>(events));
          return true;
        });
  }

  /** The proof of a partner. */
  List<Reconciliation> proof(UUID partnerId) {
    return desk.in(() -> doors.reconciliation().of(desk.scope(), partnerId));
  }

  @Override
  public void close() {
    desk.close();
  }
}
