package com.dotmac.platform.it.billing.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.app.billing.BillingDoors;
import com.dotmac.platform.app.billing.catalog.CatalogDoors;
import com.dotmac.platform.app.billing.subscriptions.SubscriptionDoors;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.billing.subscriptions.RenewalService;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionParts;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.APlan;
import com.dotmac.platform.it.fixtures.ASubscription;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many who end the same period at once, whatever made them do so. */
@NeedsPlatform
class RenewalRaceIT {
  private final ATenant tenant;
  private final ApiClient api;
  private final UnitsOfWork unitsOfWork;
  private final RenewalService renewals;
  private final TestDatabase database;
  private final AtomicInteger planned = new AtomicInteger();

  RenewalRaceIT(RunningPlatform platform, TestDatabase database) {
    this.database = database;
    tenant = ATenant.of(platform);
    api = tenant.api();
    unitsOfWork = new UnitsOfWork(platform.sessionFactory());
    TenantSessions sessions = new TenantSessions(platform.sessionFactory());
    AuditLog audit = new AuditLog(sessions);
    TenantService tenants = new TenantService(sessions, audit);
    CustomerService customers = new CustomerService(sessions, audit);
    CatalogDoors catalog = CatalogDoors.of(sessions, customers, audit);
    BillingDoors billing =
        BillingDoors.of(sessions, tenants, customers, catalog, (scope, at) -> {}, audit);
    renewals =
        SubscriptionDoors.of(
                new SubscriptionParts(
                    sessions,
                    tenants,
                    customers,
                    catalog.plans(),
                    catalog.pricing(),
                    billing.invoices(),
                    billing.settlement(),
                    billing.creditNotes(),
                    billing.events(),
                    (scope, id, at) -> planned.incrementAndGet(),
                    audit))
            .renewals();
  }

  @Test
  void of_many_who_end_a_period_at_once_one_begins_the_next() {
    ApiAnswer subscription = ASubscription.to(APlan.any().createdBy(api), api).createdBy(api);
    Instant end = Instant.parse(subscription.text("periodEnd"));
    AtOnce.times(8, place -> end(subscription, end, end.plusSeconds(place)));
    ApiAnswer charges = api.get(ASubscription.path(subscription) + "/charges");
    assertThat(charges.column("periodStart"))
        .containsExactly(end.toString(), subscription.text("periodStart"));
    assertThat(api.get("/api/v1/invoices?customerId=" + subscription.text("customerId")).rows())
        .hasSize(2);
    assertThat(planned).hasValue(1);
  }

  @Test
  void nothing_is_done_before_the_end_or_for_a_period_that_is_over_already() {
    ApiAnswer subscription = ASubscription.to(APlan.any().createdBy(api), api).createdBy(api);
    Instant end = Instant.parse(subscription.text("periodEnd"));
    end(subscription, end, end.minusMillis(1));
    end(subscription, end.minusSeconds(1), end);
    assertThat(ASubscription.read(api, subscription).json()).isEqualTo(subscription.json());
    end(subscription, end, end);
    ApiAnswer renewed = ASubscription.read(api, subscription);
    assertThat(renewed.text("periodStart")).isEqualTo(end.toString());
    end(subscription, end, end);
    assertThat(ASubscription.read(api, subscription).json()).isEqualTo(renewed.json());
  }

  /** Should all else fail: the database holds one charge for a period and no more. */
  @Test
  void a_period_cannot_be_charged_twice() throws SQLException {
    ApiAnswer subscription = ASubscription.to(APlan.any().createdBy(api), api).createdBy(api);
    ApiAnswer other = ASubscription.to(APlan.any().createdBy(api), api).createdBy(api);
    List<String> invoices = api.get(ASubscription.path(other) + "/charges").column("invoiceId");
    try (Connection connection = database.connectAsApp(tenant.id());
        Statement statement = connection.createStatement()) {
      String copy =
          """
          INSERT INTO billing_subscription_charges
          SELECT tenant_id, gen_random_uuid(), subscription_id, '%s', kind, period_start_at, period_end_at, charged_at
          FROM billing_subscription_charges WHERE subscription_id = '%s'
          """
              .formatted(invoices.get(0), subscription.id());
      assertThatThrownBy(() -> statement.executeUpdate(copy))
          .hasMessageContaining("uq_billing_subscription_charges_");
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      "UPDATE billing_subscription_charges SET kind = 'change'"))
          .hasMessageContaining("permission denied");
    }
  }

  private Instant end(ApiAnswer subscription, Instant periodEnd, Instant at) {
    CallContext context =
        new CallContext(tenant.scope(), Actor.system("subscription-periods"), at, null, null);
    return unitsOfWork.in(
        tenant.scope(),
        () -> {
          renewals.endPeriod(context, subscription.id(), periodEnd);
          return at;
        });
  }
}
