package com.dotmac.platform.it.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.invoices.OverdueService;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.ACreditNote;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import io.dropwizard.util.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invoices become overdue when their day is over where their tenant is. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverdueIT {
  private static final String NOON = "2026-03-01T12:00:00Z";

  private final TestDatabase database;
  private final MovableClock clock = MovableClock.at(NOON);
  private final RunningPlatform platform;
  private ATenant tenant;
  private ApiClient api;

  OverdueIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, clock);
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @BeforeEach
  void takeInATenant() {
    clock.moveTo(Instant.parse(NOON));
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  /**
   * The last instant of the due day, and the first of the next, also when clocks change that night.
   */
  @ParameterizedTest
  @CsvSource({
    // Berlin puts its clocks forward on the night after the 28th: the 29th begins at 23:00 and ends
    // at 22:00.
    "Europe/Berlin, 27, 2026-03-28T22:59:59.999999Z, 2026-03-28T23:00:00Z",
    "Europe/Berlin, 28, 2026-03-29T21:59:59.999999Z, 2026-03-29T22:00:00Z",
    "America/New_York, 7, 2026-03-09T03:59:59.999999Z, 2026-03-09T04:00:00Z",
    "Pacific/Kiritimati, 10, 2026-03-12T09:59:59.999999Z, 2026-03-12T10:00:00Z",
    "Asia/Kathmandu, 10, 2026-03-11T18:14:59.999999Z, 2026-03-11T18:15:00Z",
    "Etc/UTC, 0, 2026-03-01T23:59:59.999999Z, 2026-03-02T00:00:00Z"
  })
  void on_its_due_day_it_is_not_overdue_and_at_the_midnight_after_it_is(
      String zone, int days, Instant last, Instant first) {
    ApiAnswer settings = api.get("/api/v1/tenant");
    assertThat(
            api.ifMatch(settings.etag()).patch("/api/v1/tenant", Map.of("timeZone", zone)).status())
        .isEqualTo(200);
    ApiAnswer invoice = due(days);

    assertThat(makeOverdue(last)).isZero();
    assertThat(AnInvoice.read(api, invoice).text("status")).isEqualTo("open");
    assertThat(makeOverdue(first)).isEqualTo(1);
    assertThat(AnInvoice.read(api, invoice).text("status")).isEqualTo("overdue");
    assertThat(makeOverdue(first)).isZero();
  }

  @Test
  void one_that_is_owed_in_part_becomes_overdue_and_stays_so_until_it_is_paid() {
    ApiAnswer invoice = due(5);
    ACreditNote.of(invoice).over(30_00).issuedBy(api);
    assertThat(AnInvoice.read(api, invoice).text("status")).isEqualTo("partially_paid");

    assertThat(makeOverdue(Instant.parse("2026-03-07T00:00:00Z"))).isEqualTo(1);
    ACreditNote.of(invoice).over(20_00).issuedBy(api);
    assertThat(AnInvoice.read(api, invoice).text("status")).isEqualTo("overdue");
    ACreditNote.of(invoice).issuedBy(api);
    assertThat(AnInvoice.read(api, invoice).text("status")).isEqualTo("paid");
    assertThat(makeOverdue(Instant.parse("2026-03-08T00:00:00Z"))).isZero();
  }

  @Test
  void what_nobody_owes_never_becomes_overdue() {
    AnInvoice.of(ACustomer.any().createdBy(api)).with("paymentDays", 0).draftedBy(api);
    ACreditNote.of(due(0)).issuedBy(api);
    AnInvoice.step(api, due(0), "void");
    AnInvoice.step(api, due(0), "give-up");

    assertThat(makeOverdue(Instant.parse("2027-01-01T00:00:00Z"))).isZero();
  }

  @Test
  void it_is_recorded_by_whom_and_told_once() {
    ApiAnswer invoice = due(0);
    makeOverdue(Instant.parse("2026-03-03T00:00:00Z"));

    ApiAnswer acts =
        api.get("/api/v1/audit-activities?action=invoice.overdue&resourceId=" + invoice.id());
    assertThat(acts.rows()).hasSize(1);
    assertThat(acts.rows().get(0).toString()).contains("\"system\"", "overdue-invoices");
    assertThat(factsOf(invoice)).containsExactly("invoice.overdue", "invoice.finalised");
  }

  /** Eight at once share the work: each invoice is found by one. */
  @Test
  void many_instances_make_each_overdue_once() {
    List<ApiAnswer> invoices = new ArrayList<>();
    for (int invoice = 0; invoice < 12; invoice++) {
      invoices.add(due(0));
    }
    Instant late = Instant.parse("2026-03-03T00:00:00Z");

    int found = AtOnce.times(8, place -> makeOverdue(late)).stream().mapToInt(made -> made).sum();

    assertThat(found + makeOverdue(late)).isEqualTo(12);
    for (ApiAnswer invoice : invoices) {
      assertThat(factsOf(invoice)).containsExactly("invoice.overdue", "invoice.finalised");
    }
  }

  @Test
  void a_running_instance_finds_them_by_itself_in_every_tenant() {
    ApiAnswer invoice = due(0);
    ATenant other = ATenant.of(platform);
    ApiAnswer elsewhere =
        AnInvoice.of(ACustomer.any().createdBy(other.api()))
            .with("paymentDays", 0)
            .finalisedBy(other.api());
    try (RunningPlatform working =
        RunningPlatform.on(
            database,
            clock,
            settings -> {
              settings.getJobs().setRecurring(true);
              settings.getJobs().setPollEvery(Duration.milliseconds(50));
            })) {
      assertThat(working.clock()).isSameAs(clock);
      clock.advance(java.time.Duration.ofDays(3));
      await().until(() -> AnInvoice.read(api, invoice).text("status").equals("overdue"));
      await().until(() -> AnInvoice.read(other.api(), elsewhere).text("status").equals("overdue"));
    }
    assertThat(factsOf(invoice)).containsExactly("invoice.overdue", "invoice.finalised");
  }

  private ApiAnswer due(int days) {
    return AnInvoice.of(ACustomer.any().createdBy(api)).with("paymentDays", days).finalisedBy(api);
  }

  private List<String> factsOf(ApiAnswer invoice) {
    return api.get("/api/v1/billing-events?aggregateId=" + invoice.id()).column("type");
  }

  private int makeOverdue(Instant at) {
    TenantSessions sessions = new TenantSessions(platform.sessionFactory());
    AuditLog audit = new AuditLog(sessions);
    OverdueService door =
        new OverdueService(
            sessions,
            new TenantService(sessions, audit),
            new BillingEvents(sessions, (scope, when) -> {}),
            audit);
    CallContext context =
        new CallContext(tenant.scope(), Actor.system("overdue-invoices"), at, null, null);
    return new UnitsOfWork(platform.sessionFactory())
        .in(tenant.scope(), () -> door.makeOverdue(context, 200));
  }
}
