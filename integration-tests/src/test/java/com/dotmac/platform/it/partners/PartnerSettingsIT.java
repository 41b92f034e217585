package com.dotmac.platform.it.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.partners.PartnerPolicy;
import com.dotmac.platform.domain.partners.PartnerSettingsService;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class PartnerSettingsIT {
  private static final String PATH = "/api/v1/partner-settings";

  private final RunningPlatform platform;
  private final ATenant tenant;
  private final ApiClient api;

  PartnerSettingsIT(RunningPlatform platform) {
    this.platform = platform;
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @Test
  void who_settled_nothing_has_the_usual() {
    assertThat(api.get(PATH).json())
        .hasToString(
            """
            {"holdDays":30,"automaticApproval":true,"makerChecker":false,"applicationsOpen":false,\
            "protectionDays":90,"payoutMinimums":[]}\
            """);
    assertThat(api.get(PATH).etag()).isEqualTo("\"0\"");
  }

  @Test
  void settings_are_changed_field_by_field() {
    ApiAnswer first =
        change(
            "\"0\"",
            Map.of(
                "holdDays", 0, "payoutMinimums", List.of(money("5000", "USD"), money("1", "EUR"))));
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    ApiAnswer second =
        change(
            first.etag(),
            Map.of(
                "automaticApproval",
                false,
                "makerChecker",
                true,
                "applicationsOpen",
                true,
                "protectionDays",
                3650));
    assertThat(second.etag()).isNotEqualTo(first.etag());
    ApiAnswer read = api.get(PATH);
    assertThat(read.json())
        .hasToString(
            """
            {"holdDays":0,"automaticApproval":false,"makerChecker":true,"applicationsOpen":true,\
            "protectionDays":3650,"payoutMinimums":[{"amount":"1","currency":"EUR"},{"amount":"5000","currency":"USD"}]}\
            """);
    assertThat(read.json()).isEqualTo(second.json());
    assertThat(read.etag()).isEqualTo(second.etag());
  }

  @Test
  void a_list_of_minimums_takes_the_place_of_the_one_before() {
    ApiAnswer first =
        change("\"0\"", Map.of("payoutMinimums", List.of(money("1", "EUR"), money("2", "USD"))));
    ApiAnswer second =
        change(
            first.etag(), Map.of("payoutMinimums", List.of(money("3", "USD"), money("4", "JPY"))));
    assertThat(api.get(PATH).json().path("payoutMinimums"))
        .hasToString(
            """
            [{"amount":"4","currency":"JPY"},{"amount":"3","currency":"USD"}]\
            """);
    assertThat(second.etag()).isNotEqualTo(first.etag());
  }

  @Test
  void what_was_settled_meanwhile_is_not_overwritten() {
    change("\"0\"", Map.of("holdDays", 1));
    for (String stale : List.of("\"0\"", "\"17\"")) {
      ApiAnswer refusal = change(stale, Map.of("holdDays", 2));
      assertThat(refusal.status() + " " + refusal.code()).isEqualTo("412 version-conflict");
    }
    assertThat(api.get(PATH).json().path("holdDays").asInt()).isEqualTo(1);
  }

  @Test
  void of_many_who_settle_for_the_first_time_at_once_one_does() {
    List<ApiAnswer> answers =
        AtOnce.times(8, place -> change("\"0\"", Map.of("holdDays", 100 + place)));
    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .extracting(ApiAnswer::code)
        .containsOnly("version-conflict");
  }

  @Test
  void who_settles_for_the_first_time_while_another_does_is_refused() {
    TenantSessions sessions = new TenantSessions(platform.sessionFactory());
    PartnerSettingsService settings = new PartnerSettingsService(sessions, new AuditLog(sessions));
    UnitsOfWork unitsOfWork = new UnitsOfWork(platform.sessionFactory());
    UnaryOperator<PartnerPolicy> another = present -> held(present, 1);
    // The other comes and goes after this one has read that nothing was settled.
    UnaryOperator<PartnerPolicy> thisOne =
        present -> {
          AtOnce.times(
              1,
              place ->
                  unitsOfWork.in(
                      tenant.scope(), () -> settings.change(tenant.context(), 0, another)));
          return held(present, 2);
        };
    assertThatThrownBy(
            () ->
                unitsOfWork.in(tenant.scope(), () -> settings.change(tenant.context(), 0, thisOne)))
        .isInstanceOf(VersionConflictException.class);
    assertThat(api.get(PATH).json().path("holdDays").asInt()).isEqualTo(1);
  }

  @Test
  void what_makes_no_sense_is_refused_with_its_place() {
    assertThat(change("\"0\"", Map.of("holdDays", 366, "protectionDays", -1)).faults())
        .containsExactlyInAnyOrder("/holdDays", "/protectionDays");
    assertThat(
            change("\"0\"", Map.of("payoutMinimums", List.of(money("1", "EUR"), money("2", "EUR"))))
                .faults())
        .containsExactly("/payoutMinimums");
    assertThat(change("\"0\"", Map.of("payoutMinimums", List.of(money("0", "EUR")))).faults())
        .containsExactly("/payoutMinimums/0");
  }

  @Test
  void a_change_is_in_the_audit_trail_and_one_of_nothing_is_not() {
    ApiAnswer first = change("\"0\"", Map.of("holdDays", 30));
    assertThat(first.etag()).isEqualTo("\"0\"");
    change("\"0\"", Map.of("payoutMinimums", List.of(money("150", "USD"))));
    ApiAnswer trail = api.get("/api/v1/audit-activities?action=partner_settings.changed");
    assertThat(trail.rows()).hasSize(1);
    assertThat(trail.rows().get(0).path("resourceId").asText()).isEqualTo(tenant.id().toString());
    assertThat(trail.rows().get(0).at("/after/payoutMinimums")).hasToString("[\"1.50 USD\"]");
  }

  private static PartnerPolicy held(PartnerPolicy policy, int days) {
    return new PartnerPolicy(
        days,
        policy.automaticApproval(),
        policy.makerChecker(),
        policy.applicationsOpen(),
        policy.protectionDays(),
        policy.payoutMinimums());
  }

  private ApiAnswer change(String tag, Object body) {
    return api.ifMatch(tag).patch(PATH, body);
  }

  private static Map<String, String> money(String amount, String currency) {
    return Map.of("amount", amount, "currency", currency);
  }
}
