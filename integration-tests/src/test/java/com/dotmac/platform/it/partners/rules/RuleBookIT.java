package com.dotmac.platform.it.partners.rules;

import static com.dotmac.platform.it.fixtures.ACommission.tier;
import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.partners.rules.CommissionFormula;
import com.dotmac.platform.domain.partners.rules.RuleBook;
import com.dotmac.platform.domain.partners.rules.RuleCandidate;
import com.dotmac.platform.domain.partners.rules.Terms;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.ACommission;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.AProduct;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.StatementCount;
import com.dotmac.platform.it.harness.TestDatabase;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The rules as whoever reckons reads them, on a platform that nobody else asks meanwhile. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class RuleBookIT {
  private final RunningPlatform platform;
  private final RuleBook book;
  private final UnitsOfWork unitsOfWork;
  private ATenant tenant;
  private ApiClient api;
  private UUID partner;

  RuleBookIT(TestDatabase database) {
    platform =
        RunningPlatform.on(
            database, MovableClock.at("2026-03-01T10:00:00Z"), StatementCount::unwatched);
    book = new RuleBook(new TenantSessions(platform.sessionFactory()));
    unitsOfWork = new UnitsOfWork(platform.sessionFactory());
    tenant = ATenant.of(platform);
    api = tenant.api();
    partner = APartner.any().createdBy(api).id();
  }

  @BeforeEach
  void newTenant() {
    tenant = ATenant.of(platform);
    api = tenant.api();
    partner = APartner.any().createdBy(api).id();
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void the_rules_for_a_partner_and_for_all_are_read_with_all_their_versions() {
    UUID product = AProduct.any().createdBy(api).id();
    ApiAnswer his =
        ACommission.tiered("graduated", tier(0, "0.1", 0), tier(1000, "0.2", 50))
            .saying("productIds", List.of(product.toString()))
            .forPartner(partner)
            .with("priority", 9)
            .createdBy(api);
    ApiAnswer all = ACommission.percent("0.1").createdBy(api);
    ACommission.percent("0.2").with("effectiveFrom", "2027-01-01T00:00:00Z").postedAs(api, all);
    ACommission.percent("0.3").forPartner(APartner.any().createdBy(api).id()).createdBy(api);
    ApiAnswer gone = ACommission.archived(api, ACommission.percent("0.4").createdBy(api));

    List<RuleCandidate> rules = in(() -> book.of(tenant.scope(), Set.of(partner)));
    assertThat(rules)
        .extracting(rule -> rule.commissionId() + " " + rule.number())
        .containsExactlyInAnyOrder(his.id() + " 1", all.id() + " 1", all.id() + " 2");
    assertThat(rules)
        .filteredOn(rule -> rule.commissionId().equals(his.id()))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.priority()).isEqualTo(9);
              assertThat(rule.products()).containsExactly(product);
              // 1000 at 10 %, 500 at 20 %, and 50.
              assertThat(CommissionFormula.commission(rule.terms(), 1500, 1500)).isEqualTo(250);
            });
    assertThat(in(() -> book.of(tenant.scope(), Set.of())))
        .extracting(RuleCandidate::commissionId)
        .containsOnly(all.id());
    assertThat(in(() -> book.withArchived(tenant.scope(), Set.of(partner))))
        .filteredOn(rule -> !rule.active())
        .extracting(RuleCandidate::commissionId)
        .containsExactly(gone.id());
  }

  @Test
  void i10_what_a_version_said_stays_whatever_becomes_of_its_rule() {
    ApiAnswer rule = ACommission.percent("0.1").createdBy(api);
    UUID version = UUID.fromString(rule.json().at("/lastVersion/id").asText());
    Terms before = termsOf(version);
    ApiAnswer changed =
        api.ifMatch(rule.etag()).patch(ACommission.path(rule), Map.of("priority", 1000));
    changed =
        ACommission.percent("0.9")
            .with("effectiveFrom", "2020-01-02T00:00:00Z")
            .postedAs(api, changed);
    ACommission.archived(api, changed);
    assertThat(termsOf(version)).isEqualTo(before);
    assertThat(before.rate()).isEqualTo(new BigDecimal("0.1"));
  }

  @Test
  void how_many_rules_and_partners_there_are_makes_no_more_statements() throws Exception {
    StatementCount count = StatementCount.of(platform.sessionFactory());
    ACommission.percent("0.1").createdBy(api);
    long few = count.during(() -> in(() -> book.of(tenant.scope(), Set.of(partner))));
    for (int i = 0; i < 3; i++) {
      ACommission.tiered("volume", tier(0, "0.1", 0)).forPartner(partner).createdBy(api);
    }
    Set<UUID> many = new HashSet<>(Set.of(partner));
    for (int i = 0; i < 600; i++) {
      many.add(UUID.randomUUID());
    }
    assertThat(count.during(() -> assertThat(in(() -> book.of(tenant.scope(), many))).hasSize(4)))
        .isEqualTo(few)
        .isEqualTo(4);
  }

  @Test
  void i40_the_rules_of_another_tenant_are_not_there() {
    ApiAnswer rule = ACommission.percent("0.1").createdBy(ATenant.of(platform).api());
    UUID version = UUID.fromString(rule.json().at("/lastVersion/id").asText());
    assertThat(in(() -> book.of(tenant.scope(), Set.of(partner)))).isEmpty();
    assertThat(in(() -> book.terms(tenant.scope(), Set.of(version)))).isEmpty();
  }

  private Terms termsOf(UUID version) {
    return Objects.requireNonNull(
        in(() -> book.terms(tenant.scope(), Set.of(version))).get(version));
  }

  private <T> T in(Supplier<T> work) {
    return unitsOfWork.in(tenant.scope(), work);
  }
}
