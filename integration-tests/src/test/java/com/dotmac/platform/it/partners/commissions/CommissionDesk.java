package com.dotmac.platform.it.partners.commissions;

import com.dotmac.platform.app.partners.commissions.EarningsDoors;
import com.dotmac.platform.app.partners.rules.CommissionDoors;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.billing.catalog.CategoryService;
import com.dotmac.platform.domain.billing.catalog.ProductService;
import com.dotmac.platform.domain.billing.events.BillingEvent;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.partners.CommissionModel;
import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.partners.PartnerAccountDetails;
import com.dotmac.platform.domain.partners.PartnerAccountService;
import com.dotmac.platform.domain.partners.PartnerDetails;
import com.dotmac.platform.domain.partners.PartnerTier;
import com.dotmac.platform.domain.partners.commissions.Reconciliation;
import com.dotmac.platform.domain.partners.commissions.ReplayedSum;
import com.dotmac.platform.domain.partners.rules.CommissionDetails;
import com.dotmac.platform.domain.partners.rules.DraftRule;
import com.dotmac.platform.domain.partners.rules.EffectivePeriod;
import com.dotmac.platform.domain.partners.rules.RuleBasis;
import com.dotmac.platform.domain.partners.rules.RuleDraft;
import com.dotmac.platform.domain.partners.rules.RuleModel;
import com.dotmac.platform.domain.partners.rules.RuleScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.billing.payments.PaymentDesk;
import com.dotmac.platform.it.harness.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** A tenant with customers whom partners look after, handled at the doors. */
final class CommissionDesk implements AutoCloseable {
  private final PaymentDesk desk;
  private final PartnerAccountService accounts;
  private final EarningsDoors doors;
  private final CommissionDoors rules;
  private int told;

  CommissionDesk(TestDatabase database) {
    desk = new PaymentDesk(database);
    TenantSessions sessions = desk.sessions();
    AuditLog audit = new AuditLog(sessions);
    doors = EarningsDoors.of(sessions, new TenantService(sessions, audit), audit);
    CustomerService customers = new CustomerService(sessions, audit);
    rules =
        CommissionDoors.of(
            sessions,
            new TenantService(sessions, audit),
            customers,
            new ProductService(sessions, new CategoryService(sessions, audit), audit),
            audit);
    accounts = new PartnerAccountService(sessions, customers, audit);
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
    return desk.in(() -> facts(desk.sessions().of(desk.scope())));
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

  /** What would come of all facts if they were told together; nothing of it is kept. */
  List<String> linesIfToldTogether() {
    List<String> lines = new ArrayList<>();
    try {
      desk.in(
          () -> {
            doors.accrual().take(desk.context(), facts(desk.sessions().of(desk.scope())));
            lines.addAll(
                desk.sessions()
                    .of(desk.scope())
                    .createNativeQuery(CommissionSums.LINES.replace("?", ":tenant"), String.class)
                    .setParameter("tenant", desk.tenantId())
                    .getResultList());
            throw new NotKept();
          });
    } catch (NotKept e) {
      return lines;
    }
    return lines;
  }

  private static List<BillingEvent> facts(Session session) {
    return session
        .createSelectionQuery("from BillingEvent order by position", BillingEvent.class)
        .getResultList();
  }

  /** A rule for all partners: a tenth, from the beginning on. */
  void tenth(@Nullable Integer durationMonths, boolean firstPaymentOnly) {
    RuleDraft draft =
        new RuleDraft(
            RuleModel.PERCENT,
            RuleBasis.INVOICE,
            new BigDecimal("0.1"),
            null,
            List.of(),
            null,
            durationMonths,
            firstPaymentOnly,
            null,
            RuleScope.EVERYTHING);
    desk.in(
        () ->
            rules
                .commissions()
                .create(
                    desk.context(),
                    null,
                    new CommissionDetails("A tenth", 1),
                    new EffectivePeriod(Instant.EPOCH, null),
                    draft));
  }

  /** What a period comes to if it is reckoned once more, beside a draft that fits nothing. */
  List<ReplayedSum> replayOfNothing(UUID partnerId, Instant from, Instant to) {
    RuleDraft draft =
        new RuleDraft(
            RuleModel.FLAT,
            RuleBasis.INVOICE,
            null,
            1L,
            List.of(),
            Currency.getInstance("XTS"),
            null,
            false,
            null,
            RuleScope.EVERYTHING);
    return desk.in(
        () ->
            rules
                .replay()
                .replay(desk.scope(), partnerId, new DraftRule(null, null, draft), from, to));
  }

  /** The proof of a partner. */
  List<Reconciliation> proof(UUID partnerId) {
    return desk.in(() -> doors.reconciliation().of(desk.scope(), partnerId));
  }

  @Override
  public void close() {
    desk.close();
  }

  /** Ends a transaction of which nothing is to be kept. */
  private static final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
