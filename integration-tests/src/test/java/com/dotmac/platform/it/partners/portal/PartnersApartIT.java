package com.dotmac.platform.it.partners.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.app.partners.commissions.EarningsDoors;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.partners.PartnerException;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.commissions.CommissionEventService;
import com.dotmac.platform.domain.partners.commissions.CommissionException;
import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ASeat;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two partners of one tenant, whose people and the tenant's own use one connection to the database
 * in turn: nobody sees what the others have, and nothing of one request is left to the next.
 */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnersApartIT {
  private static final String ACCOUNTS = "/api/v1/portal/accounts";

  private final RunningPlatform platform;
  private final ATenant tenant;
  private final ApiClient api;
  private final ApiAnswer one;
  private final ApiAnswer other;
  private final ApiClient ofOne;
  private final ApiClient ofOther;

  PartnersApartIT(TestDatabase database) {
    Map<String, String> environment = new HashMap<>(database.environmentOfApp());
    environment.put("DATABASE_POOL_SIZE", "1");
    environment.put("JOBS_POLL_EVERY", "1d");
    environment.put("JOBS_RECURRING", "false");
    platform =
        RunningPlatform.on(
            environment, MovableClock.at("2026-03-01T10:00:00Z"), RequiredSchema.ofThisBuild());
    tenant = ATenant.of(platform);
    api = tenant.api();
    one = APartner.named("One").createdBy(api, "active");
    other = APartner.named("Other").createdBy(api, "active");
    ofOne = ASeat.at(tenant, one, "partner_owner").api();
    ofOther = ASeat.at(tenant, other, "partner_owner").api();
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void each_sees_the_customers_whom_he_looks_after_or_did_and_no_others() {
    ApiAnswer mine = assigned(one, "Mine");
    ApiAnswer before = assigned(one, "Mine before");
    assigned(other, "Theirs");
    ACustomer.named("Nobody's").createdBy(api);
    String account = APartner.path(one) + "/accounts/" + before.id();
    assertThat(api.ifMatch(before.etag()).delete(account).status()).isEqualTo(200);
    for (int again = 0; again < 3; again++) {
      assertThat(ofOne.get(ACCOUNTS).column("customerName")).containsExactly("Mine");
      assertThat(ofOther.get(ACCOUNTS).column("customerName")).containsExactly("Theirs");
      assertThat(ofOne.get(ACCOUNTS + "?includeEnded=true").column("customerName"))
          .containsExactlyInAnyOrder("Mine before", "Mine");
      // On the same connection, the tenant sees all again.
      assertThat(api.get(ACustomer.PATH).rows().size()).isGreaterThan(3);
      assertThat(api.get("/api/v1/audit-activities").rows()).isNotEmpty();
    }
    assertThat(ofOne.get(ACCOUNTS).json().at("/data/0/id").asText()).isEqualTo(mine.text("id"));
  }

  @Test
  void a_call_for_one_partner_gets_no_session_of_another_nor_of_the_whole_tenant() {
    UnitsOfWork work = new UnitsOfWork(platform.sessionFactory());
    TenantSessions sessions = new TenantSessions(platform.sessionFactory());
    PartnerService partners = new PartnerService(sessions, new AuditLog(sessions));
    TenantScope whole = tenant.scope();
    TenantScope ofOther = whole.ofPartner(other.id());
    for (List<TenantScope> pair :
        List.of(
            List.of(whole.ofPartner(one.id()), ofOther),
            List.of(whole, ofOther),
            List.of(ofOther, whole))) {
      assertThatThrownBy(() -> work.in(pair.get(0), () -> partners.get(pair.get(1), other.id())))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another partner");
    }
    assertThat(work.in(ofOther, () -> partners.get(ofOther, other.id())).id())
        .isEqualTo(other.id());
    assertThatThrownBy(() -> work.in(ofOther, () -> partners.get(ofOther, one.id())))
        .isInstanceOf(PartnerException.NotFound.class);
  }

  @Test
  void money_of_another_is_not_found_even_where_the_database_would_show_it() {
    String event =
        api.once()
            .post(
                APartner.path(one) + "/adjustments",
                Map.of("amount", AnInvoice.money(700, "EUR"), "reason", "Agreed"))
            .text("id");
    UUID id = UUID.fromString(event);
    UnitsOfWork work = new UnitsOfWork(platform.sessionFactory());
    TenantSessions sessions = new TenantSessions(platform.sessionFactory());
    AuditLog audit = new AuditLog(sessions);
    TenantScope whole = tenant.scope();
    CommissionEventService events =
        EarningsDoors.of(sessions, new TenantService(sessions, audit), audit).events();
    assertThat(work.in(whole, () -> events.getOf(whole, one.id(), id)).id()).isEqualTo(id);
    assertThatThrownBy(() -> work.in(whole, () -> events.getOf(whole, other.id(), id)))
        .isInstanceOf(CommissionException.NotFound.class);
    TenantScope ofOther = whole.ofPartner(other.id());
    assertThatThrownBy(() -> work.in(ofOther, () -> events.get(ofOther, id)))
        .isInstanceOf(CommissionException.NotFound.class);
  }

  @Test
  void a_partner_whom_nobody_has_sees_nothing() {
    UnitsOfWork work = new UnitsOfWork(platform.sessionFactory());
    TenantScope nobody = tenant.scope().ofPartner(UUID.randomUUID());
    long seen =
        work.in(
            nobody,
            () ->
                platform
                    .sessionFactory()
                    .getCurrentSession()
                    .createNativeQuery(
                        "SELECT (SELECT count(*) FROM partners) + (SELECT count(*) FROM customers)",
                        Long.class)
                    .getSingleResult());
    assertThat(seen).isZero();
  }

  private ApiAnswer assigned(ApiAnswer partner, String customer) {
    return api.post(
        APartner.path(partner) + "/accounts",
        Map.of(
            "customerId",
            ACustomer.named(customer).createdBy(api).text("id"),
            "engagementType",
            "referral"));
  }
}
