package com.dotmac.platform.it.partners.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.it.fixtures.ACommission;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule says is said anew and never changed; at any instant one version counts. */
@NeedsPlatform
class CommissionVersionIT {
  private static final String YEAR_2027 = "2027-01-01T00:00:00Z";
  private static final String YEAR_2028 = "2028-01-01T00:00:00Z";

  private final TestDatabase database;
  private final UUID tenantId;
  private final ApiClient api;
  private final ApiAnswer rule;

  CommissionVersionIT(RunningPlatform platform, TestDatabase database) {
    this.database = database;
    ATenant tenant = ATenant.of(platform);
    tenantId = tenant.id();
    api = tenant.api();
    rule = ACommission.percent("0.1").createdBy(api);
  }

  @Test
  void i12_another_version_begins_where_the_one_before_ends() {
    ApiAnswer anew = percent("0.2", YEAR_2027).postedAs(api, rule);
    assertThat(anew.status()).as(anew.body()).isEqualTo(200);
    assertThat(anew.json().at("/lastVersion/number").asInt()).isEqualTo(2);
    assertThat(anew.etag()).isNotEqualTo(rule.etag());
    ApiAnswer versions = api.get(ACommission.path(rule) + "/versions");
    assertThat(versions.column("effectiveFrom")).containsExactly(YEAR_2027, "2020-01-01T00:00:00Z");
    assertThat(versions.rows().get(0).path("effectiveTo").isNull()).isTrue();
    assertThat(versions.rows().get(1).path("effectiveTo").asText()).isEqualTo(YEAR_2027);
    assertThat(versions.rows().get(1).at("/terms/rate").asText()).isEqualTo("0.1");
    ApiAnswer read = api.get(ACommission.path(rule));
    assertThat(read.json()).isEqualTo(anew.json());
    assertThat(read.etag()).isEqualTo(anew.etag());
  }

  @Test
  void who_has_not_read_the_last_version_is_refused() {
    percent("0.2", YEAR_2027).postedAs(api, rule);
    ApiAnswer refusal = percent("0.3", YEAR_2028).postedAs(api, rule);
    assertThat(refusal.status() + " " + refusal.code()).isEqualTo("412 version-conflict");
  }

  @Test
  void of_many_at_once_one_is_heard() {
    List<ApiAnswer> answers =
        AtOnce.times(8, place -> percent("0.2", YEAR_2027).postedAs(api, rule));
    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .extracting(ApiAnswer::code)
        .containsOnly("version-conflict");
    assertThat(api.get(ACommission.path(rule) + "/versions").rows()).hasSize(2);
  }

  @Test
  void a_version_begins_after_the_one_before() {
    for (String early : List.of("2019-12-31T23:59:59Z", "2020-01-01T00:00:00Z")) {
      ApiAnswer refusal = percent("0.2", early).postedAs(api, rule);
      assertThat(refusal.status() + " " + refusal.code())
          .isEqualTo("409 commission-version-too-early");
    }
    assertThat(percent("0.2", "2020-01-01T00:00:00.000001Z").postedAs(api, rule).status())
        .isEqualTo(200);
  }

  @Test
  void i12_the_end_that_was_set_stays_and_nothing_begins_before_it() {
    ApiAnswer ending = ACommission.percent("0.1").with("effectiveTo", YEAR_2028).createdBy(api);
    ApiAnswer refusal = percent("0.2", YEAR_2027).postedAs(api, ending);
    assertThat(refusal.status() + " " + refusal.code())
        .isEqualTo("409 commission-versions-overlap");
    assertThat(percent("0.2", YEAR_2028).postedAs(api, ending).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "permission denied | UPDATE partner_commission_versions SET rate = 0.9",
        "permission denied | DELETE FROM partner_commission_versions",
        "permission denied | UPDATE partner_commission_tiers SET rate = 0.9",
        "permission denied | DELETE FROM partner_commission_tiers",
        "permission denied | UPDATE partner_commission_scopes SET kind = 'product'",
        "permission denied | DELETE FROM partner_commission_scopes",
        "ex_partner_commission_versions_period | INSERT INTO partner_commission_versions SELECT tenant_id, gen_random_uuid(), commission_id, 2, '2030-01-01', effective_to, model, basis, rate, flat_amount, currency, duration_months, first_payment_only, hold_days, created_at FROM partner_commission_versions",
      })
  void whoever_goes_round_the_application_does_not_rewrite_it(String words, String statement) {
    assertThatThrownBy(() -> asTheApplication(statement))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(words);
  }

  private void asTheApplication(String statement) throws SQLException {
    try (Connection app = database.connectAsApp(tenantId);
        Statement sql = app.createStatement()) {
      app.setAutoCommit(false);
      sql.execute("SELECT set_config('dotmac.tenant_id', '%s', true)".formatted(tenantId));
      sql.execute(statement);
      app.rollback();
    }
  }

  private static ACommission percent(String rate, String from) {
    return ACommission.percent(rate).with("effectiveFrom", from);
  }
}
