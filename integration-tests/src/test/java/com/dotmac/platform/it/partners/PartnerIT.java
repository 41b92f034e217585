package com.dotmac.platform.it.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class PartnerIT {
  private final RunningPlatform platform;
  private final ApiClient api;

  PartnerIT(RunningPlatform platform) {
    this.platform = platform;
    api = ATenant.of(platform).api();
  }

  @Test
  void a_new_partner_is_pending_and_has_a_number_an_address_and_a_tag() {
    ApiAnswer partner = APartner.named("Acme").postedBy(api);
    assertThat(partner.status()).isEqualTo(201);
    assertThat(URI.create(partner.header("Location")).getPath()).isEqualTo(APartner.path(partner));
    assertThat(partner.etag()).isEqualTo("\"0\"");
    assertThat(partner.text("number")).isEqualTo("PTR-000001");
    assertThat(partner.text("status")).isEqualTo("pending");
    assertThat(partner.text("tier")).isEqualTo("bronze");
    assertThat(partner.text("commissionModel")).isEqualTo("revenue_share");
    assertThat(partner.json().path("metadata")).isEmpty();
    assertThat(partner.text("createdAt")).endsWith("Z").isEqualTo(partner.text("updatedAt"));
    for (String none :
        List.of("legalName", "website", "defaultCommissionRate", "billingEmail", "externalId")) {
      assertThat(partner.json().path(none).isNull()).as(none).isTrue();
    }
  }

  @Test
  void everything_that_was_said_of_a_partner_is_kept() {
    Map<String, Object> said =
        APartner.named("Ünïcøde & Söhne")
            .with("legalName", "Ünïcøde und Söhne GmbH")
            .with("website", "https://unicode.example/a?b=c")
            .with("tier", "platinum")
            .with("commissionModel", "hybrid")
            .with("defaultCommissionRate", "0.155")
            .with("billingEmail", "bills@partner.example")
            .with("phone", "+49 30 123-45")
            .with("country", "DE")
            .with("externalId", "crm-7")
            .with("metadata", Map.of("region", "emea"))
            .body();
    ApiAnswer created = api.post(APartner.PATH, said);
    ApiAnswer read = api.get(APartner.path(created));
    assertThat(read.json()).isEqualTo(created.json());
    said.forEach(
        (field, value) ->
            assertThat(read.json().path(field))
                .as(field)
                .hasToString(value instanceof Map ? "{\"region\":\"emea\"}" : "\"" + value + "\""));
  }

  @Test
  void texts_are_trimmed_and_addresses_kept_in_lower_case() {
    ApiAnswer partner =
        APartner.named("  Acme \t").with("primaryEmail", " Desk@ACME.Example ").createdBy(api);
    assertThat(partner.text("companyName")).isEqualTo("Acme");
    assertThat(partner.text("primaryEmail")).isEqualTo("desk@acme.example");
  }

  @Test
  void a_partner_is_read_by_id_and_by_number() {
    ApiAnswer partner = APartner.any().createdBy(api);
    ApiAnswer byId = api.get(APartner.path(partner));
    ApiAnswer byNumber = api.get(APartner.PATH + "/by-number/" + partner.text("number"));
    assertThat(byId.status()).isEqualTo(200);
    assertThat(byId.etag()).isEqualTo(partner.etag()).isEqualTo(byNumber.etag());
    assertThat(byId.json()).isEqualTo(partner.json()).isEqualTo(byNumber.json());
  }

  @Test
  void a_partner_whom_nobody_created_is_not_found() {
    for (String path : List.of("/" + UUID.randomUUID(), "/by-number/PTR-000001")) {
      ApiAnswer answer = api.get(APartner.PATH + path);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("partner-not-found");
    }
  }

  @Test
  void all_faults_of_a_body_are_told_at_once_each_with_its_place() {
    ApiAnswer answer =
        APartner.named(" ")
            .with("primaryEmail", "nobody")
            .with("country", "XX")
            .with("defaultCommissionRate", "1.5")
            .with("metadata", Map.of("a/b", "x"))
            .postedBy(api);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("validation-failed");
    assertThat(answer.faults())
        .contains("/companyName", "/primaryEmail", "/country", "/defaultCommissionRate")
        .anyMatch(pointer -> pointer.startsWith("/metadata"));
    assertThat(api.get(APartner.PATH).rows()).isEmpty();
  }

  @Test
  void an_unknown_tier_is_refused_with_the_known_ones() {
    ApiAnswer answer = APartner.any().with("tier", "wooden").postedBy(api);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults()).containsExactly("/tier");
    assertThat(answer.body()).contains("bronze", "platinum");
  }

  @Test
  void a_company_name_is_taken_whatever_its_case() {
    APartner.named("Straße 1 Ltd").createdBy(api);
    ApiAnswer answer = APartner.named("STRAßE 1 LTD").postedBy(api);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("partner-company-name-taken");
  }

  @Test
  void a_company_name_is_free_again_once_its_partner_is_archived() {
    ApiAnswer first = APartner.named("Acme").createdBy(api, "terminated");
    assertThat(APartner.named("ACME").postedBy(api).status()).isEqualTo(409);
    assertThat(APartner.step(api, first, "archive").status()).isEqualTo(200);
    assertThat(APartner.named("ACME").postedBy(api).status()).isEqualTo(201);
  }

  @Test
  void a_partner_may_not_be_renamed_to_another() {
    APartner.named("Acme").createdBy(api);
    ApiAnswer other = APartner.named("Other").createdBy(api);
    ApiAnswer answer = change(other, Map.of("companyName", "acme"));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("partner-company-name-taken");
    assertThat(change(other, Map.of("companyName", "OTHER")).status()).isEqualTo(200);
  }

  @Test
  void an_external_id_belongs_to_one_partner_of_a_tenant() {
    APartner.any().with("externalId", "crm-1").createdBy(api);
    ApiAnswer answer = APartner.any().with("externalId", "crm-1").postedBy(api);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("partner-external-id-taken");
    ApiClient elsewhere = ATenant.of(platform).api();
    assertThat(APartner.any().with("externalId", "crm-1").postedBy(elsewhere).status())
        .isEqualTo(201);
  }

  @Test
  void of_many_who_want_a_name_at_once_one_gets_it() {
    List<ApiAnswer> answers =
        AtOnce.times(10, place -> APartner.named(place % 2 == 0 ? "Acme" : "ACME").postedBy(api));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .hasSize(9)
        .allMatch(answer -> answer.code().equals("partner-company-name-taken"));
  }

  @Test
  void in_a_patch_the_absent_stays_and_null_removes() {
    ApiAnswer partner =
        APartner.named("Acme")
            .with("legalName", "Acme Ltd")
            .with("phone", "1")
            .with("metadata", Map.of("a", "1", "b", "2"))
            .createdBy(api);
    ApiAnswer changed =
        change(partner, "{\"phone\": null, \"tier\": \"gold\", \"metadata\": {\"a\": \"3\"}}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.etag()).isEqualTo("\"1\"");
    assertThat(changed.text("companyName")).isEqualTo("Acme");
    assertThat(changed.text("legalName")).isEqualTo("Acme Ltd");
    assertThat(changed.json().path("phone").isNull()).isTrue();
    assertThat(changed.text("tier")).isEqualTo("gold");
    assertThat(changed.json().path("metadata")).hasToString("{\"a\":\"3\"}");
    assertThat(api.get(APartner.path(partner)).json()).isEqualTo(changed.json());
  }

  @Test
  void null_for_what_must_be_there_is_refused_with_its_place() {
    ApiAnswer partner = APartner.any().createdBy(api);
    for (String field :
        List.of("companyName", "primaryEmail", "tier", "commissionModel", "metadata")) {
      ApiAnswer answer = change(partner, "{\"%s\": null}".formatted(field));
      assertThat(answer.status()).as(field).isEqualTo(422);
      assertThat(answer.faults()).containsExactly("/" + field);
    }
    assertThat(api.get(APartner.path(partner)).json()).isEqualTo(partner.json());
  }

  @Test
  void a_patch_may_come_as_merge_patch() {
    ApiAnswer partner = APartner.any().createdBy(api);
    ApiClient merging = api.with("Content-Type", "application/merge-patch+json");
    assertThat(
            merging
                .ifMatch(partner.etag())
                .patch(APartner.path(partner), Map.of("tier", "gold"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void a_change_must_say_which_version_it_is_based_on() {
    ApiAnswer partner = APartner.any().createdBy(api);
    ApiAnswer silent = api.patch(APartner.path(partner), Map.of("tier", "gold"));
    assertThat(silent.status()).isEqualTo(428);
    assertThat(silent.code()).isEqualTo("precondition-required");
    for (String tag : List.of("\"7\"", "0", "*", "W/\"0\"", "\"x\"")) {
      ApiAnswer stale = api.ifMatch(tag).patch(APartner.path(partner), Map.of("tier", "gold"));
      assertThat(stale.status()).as(tag).isEqualTo(412);
      assertThat(stale.code()).isEqualTo("version-conflict");
    }
    assertThat(api.get(APartner.path(partner)).etag()).isEqualTo(partner.etag());
  }

  @Test
  void of_changes_at_once_on_one_version_exactly_one_wins() {
    ApiAnswer partner = APartner.any().createdBy(api);
    List<ApiAnswer> answers =
        AtOnce.times(6, place -> change(partner, Map.of("phone", "10" + place)));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(5);
    assertThat(api.get(APartner.path(partner)).etag()).isEqualTo("\"1\"");
  }

  @Test
  void a_change_of_nothing_keeps_the_version_and_leaves_no_trace() {
    ApiAnswer partner =
        APartner.any()
            .with("defaultCommissionRate", "0.1")
            .with("metadata", Map.of("a", "1"))
            .createdBy(api);
    ApiAnswer same =
        change(
            partner,
            Map.of(
                "companyName",
                partner.text("companyName"),
                "primaryEmail",
                "DESK@partner.example",
                "defaultCommissionRate",
                "0.100",
                "metadata",
                Map.of("a", "1")));
    assertThat(same.status()).isEqualTo(200);
    assertThat(same.etag()).isEqualTo(partner.etag());
    assertThat(same.json()).isEqualTo(partner.json());
    assertThat(change(partner, "{}").etag()).isEqualTo(partner.etag());
    assertThat(api.get("/api/v1/audit-activities?resourceId=" + partner.id()).column("action"))
        .containsExactly("partner.created");
  }

  private ApiAnswer change(ApiAnswer partner, Object body) {
    return api.ifMatch(partner.etag()).patch(APartner.path(partner), body);
  }
}
