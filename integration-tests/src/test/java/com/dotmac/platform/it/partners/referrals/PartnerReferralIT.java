package com.dotmac.platform.it.partners.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ASeat;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Prospects that partners name, and what becomes of them. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class PartnerReferralIT {
  private static final String REFERRALS = "/api/v1/partner-referrals";
  private static final String PORTAL = "/api/v1/portal/referrals";

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final RunningPlatform platform;
  private ATenant tenant;
  private ApiClient api;
  private ApiAnswer partner;
  private ApiAnswer other;

  PartnerReferralIT(TestDatabase database) {
    platform = RunningPlatform.on(database, clock);
    tenant = ATenant.of(platform);
    api = tenant.api();
    partner = APartner.any().createdBy(api, "active");
    other = APartner.any().createdBy(api, "active");
  }

  @BeforeEach
  void anew() {
    tenant = ATenant.of(platform);
    api = tenant.api();
    partner = APartner.any().createdBy(api, "active");
    other = APartner.any().createdBy(api, "active");
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void a_referral_goes_from_new_to_converted_with_its_dates_and_brings_a_customer() {
    ApiAnswer referral = submit(partner, "Eve@Prospect.example", "Prospect");
    assertThat(referral.text("status")).isEqualTo("new");
    assertThat(referral.text("email")).isEqualTo("eve@prospect.example");
    clock.advance(Duration.ofHours(1));
    referral = step(referral, "contact");
    assertThat(referral.text("contactedAt")).isEqualTo(clock.instant().toString());
    clock.advance(Duration.ofHours(1));
    referral = step(referral, "qualify");
    assertThat(referral.text("qualifiedAt")).isEqualTo(clock.instant().toString());
    ApiAnswer converted = step(referral, "convert");
    assertThat(converted.text("status")).isEqualTo("converted");
    assertThat(converted.text("closedAt")).isEqualTo(clock.instant().toString());
    ApiAnswer customer = api.get(ACustomer.PATH + "/" + converted.text("customerId"));
    assertThat(customer.text("name")).isEqualTo("Prospect");
    ApiAnswer accounts = api.get(APartner.path(partner) + "/accounts");
    assertThat(accounts.column("id")).containsExactly(converted.text("accountId"));
    assertThat(api.get("/api/v1/audit-activities?resourceId=" + referral.id()).column("action"))
        .containsExactlyInAnyOrder(
            "partner_referral.converted",
            "partner_referral.qualified",
            "partner_referral.contacted",
            "partner_referral.submitted");
  }

  @Test
  void only_the_steps_of_the_graph_are_taken() {
    Map<String, List<String>> pathsTo =
        Map.of(
            "new", List.of(),
            "contacted", List.of("contact"),
            "qualified", List.of("contact", "qualify"),
            "converted", List.of("contact", "qualify", "convert"),
            "lost", List.of("lose"),
            "invalid", List.of("invalidate"));
    Map<String, List<String>> allowed =
        Map.of(
            "new", List.of("contact", "lose", "invalidate"),
            "contacted", List.of("qualify", "lose", "invalidate"),
            "qualified", List.of("convert", "lose", "invalidate"),
            "converted", List.of(),
            "lost", List.of(),
            "invalid", List.of());
    int number = 0;
    for (Map.Entry<String, List<String>> from : pathsTo.entrySet()) {
      for (String next : List.of("contact", "qualify", "convert", "lose", "invalidate")) {
        number++;
        ApiAnswer referral =
            submit(partner, "p" + number + "@a" + number + ".example", "Company " + number);
        for (String step : from.getValue()) {
          referral = step(referral, step);
        }
        assertThat(referral.text("status")).isEqualTo(from.getKey());
        ApiAnswer answer = tried(referral, next);
        if (allowed.getOrDefault(from.getKey(), List.of()).contains(next)) {
          assertThat(answer.status()).as("%s %s", from.getKey(), next).isEqualTo(200);
        } else {
          isAnswered(answer, "409 partner-referral-step-not-allowed");
        }
      }
    }
  }

  @Test
  void nobody_else_names_a_prospect_while_he_is_protected_and_nobody_is_told_whose_he_is() {
    submit(partner, "eve@prospect.example", "Prospect");
    ASeat seat = ASeat.at(tenant, other, "account_manager");
    ApiClient ofOther = seat.api();
    ApiAnswer sameAddress =
        ofOther.post(PORTAL, Map.of("contactName", "Eve", "email", "EVE@prospect.example"));
    ApiAnswer sameCompany =
        ofOther.post(
            PORTAL,
            Map.of(
                "contactName", "Kay",
                "email", "kay@prospect.example",
                "companyName", "PROSPECT"));
    for (ApiAnswer answer : List.of(sameAddress, sameCompany)) {
      isAnswered(answer, "409 partner-referral-known");
      assertThat(answer.body())
          .doesNotContain(partner.text("id"), partner.text("number"), "eve@prospect.example");
    }
    // Another company of that domain, and the same company elsewhere, are others.
    assertThat(
            ofOther
                .post(
                    PORTAL,
                    Map.of(
                        "contactName", "Kay",
                        "email", "kay@prospect.example",
                        "companyName", "Prospect Two"))
                .status())
        .isEqualTo(201);
    assertThat(
            ofOther
                .post(
                    PORTAL,
                    Map.of(
                        "contactName", "Kay",
                        "email", "kay@elsewhere.example",
                        "companyName", "Prospect"))
                .status())
        .isEqualTo(201);
    clock.advance(Duration.ofDays(90));
    assertThat(
            seat.person()
                .api()
                .post(PORTAL, Map.of("contactName", "Eve", "email", "eve@prospect.example"))
                .status())
        .isEqualTo(201);
  }

  @Test
  void a_prospect_who_was_lost_is_free_at_once() {
    ApiAnswer referral = submit(partner, "eve@prospect.example", "Prospect");
    step(referral, "lose");
    assertThat(submit(other, "eve@prospect.example", "Prospect").status()).isEqualTo(201);
  }

  @Test
  void a_customer_is_no_prospect_also_for_a_partner_who_does_not_see_him() {
    api.post(ACustomer.PATH, Map.of("name", "Nordlicht", "email", "desk@nordlicht.example"));
    ApiClient person = ASeat.at(tenant, partner, "account_manager").api();
    isAnswered(
        person.post(PORTAL, Map.of("contactName", "Eve", "email", "desk@nordlicht.example")),
        "409 partner-referral-known");
    isAnswered(
        person.post(
            PORTAL,
            Map.of(
                "contactName", "Eve",
                "email", "eve@nordlicht.example",
                "companyName", "nordlicht")),
        "409 partner-referral-known");
  }

  @Test
  void of_twenty_who_name_one_prospect_at_once_one_has_him() {
    List<ApiAnswer> answers =
        AtOnce.times(
            20,
            place -> posted(place % 2 == 0 ? partner : other, "eve@prospect.example", "Prospect"));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(answer -> isAnswered(answer, "409 partner-referral-known"));
  }

  @Test
  void of_twenty_who_convert_at_once_one_does_and_there_is_one_account() {
    ApiAnswer referral =
        step(step(submit(partner, "eve@prospect.example", "Prospect"), "contact"), "qualify");
    List<ApiAnswer> answers = AtOnce.times(20, place -> tried(referral, "convert"));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> assertThat(answer.status()).isIn(409, 412));
    assertThat(api.get(APartner.path(partner) + "/accounts").rows()).hasSize(1);
    assertThat(api.get(ACustomer.PATH).rows()).hasSize(1);
  }

  @Test
  void a_prospect_becomes_a_customer_who_is_there_unless_somebody_looks_after_him() {
    ApiAnswer customer = ACustomer.any().createdBy(api);
    Map<String, String> body = Map.of("customerId", customer.text("id"));
    ApiAnswer first =
        step(step(submit(partner, "eve@prospect.example", "Prospect"), "contact"), "qualify");
    ApiAnswer converted =
        api.ifMatch(first.etag()).post(REFERRALS + "/" + first.id() + "/convert", body);
    assertThat(converted.text("customerId")).isEqualTo(customer.text("id"));
    ApiAnswer second =
        step(step(submit(other, "kay@other.example", "Other"), "contact"), "qualify");
    isAnswered(
        api.ifMatch(second.etag()).post(REFERRALS + "/" + second.id() + "/convert", body),
        "409 partner-account-customer-taken");
    assertThat(api.get(REFERRALS + "/" + second.id()).text("status")).isEqualTo("qualified");
  }

  @Test
  void a_partner_changes_and_withdraws_his_own_and_sees_no_others() {
    ApiClient mine = ASeat.at(tenant, partner, "account_manager").api();
    ApiClient theirs = ASeat.at(tenant, other, "partner_owner").api();
    ApiAnswer referral =
        mine.post(PORTAL, Map.of("contactName", "Eve", "email", "eve@prospect.example"));
    String one = PORTAL + "/" + referral.id();
    assertThat(theirs.get(PORTAL).rows()).isEmpty();
    isAnswered(theirs.get(one), "404 partner-referral-not-found");
    isAnswered(
        theirs.ifMatch(referral.etag()).patch(one, Map.of("notes", "x")),
        "404 partner-referral-not-found");
    ApiAnswer changed =
        mine.ifMatch(referral.etag()).patch(one, Map.of("notes", "Met at the fair"));
    assertThat(changed.text("notes")).isEqualTo("Met at the fair");
    ApiAnswer withdrawn =
        mine.ifMatch(changed.etag()).post(one + "/withdraw", Map.of("reason", "not interested"));
    assertThat(withdrawn.text("status")).isEqualTo("lost");
    isAnswered(
        mine.ifMatch(withdrawn.etag()).patch(one, Map.of("notes", "x")),
        "409 partner-referral-closed");
  }

  @Test
  void a_partner_who_is_not_at_work_refers_nobody() {
    ApiAnswer pending = APartner.any().createdBy(api);
    isAnswered(posted(pending, "eve@prospect.example", "Prospect"), "409 partner-not-active");
  }

  private ApiAnswer posted(ApiAnswer of, String email, String company) {
    return api.post(
        REFERRALS,
        Map.of(
            "partnerId",
            of.text("id"),
            "contactName",
            "Eve Moor",
            "email",
            email,
            "companyName",
            company));
  }

  private ApiAnswer submit(ApiAnswer of, String email, String company) {
    ApiAnswer answer = posted(of, email, company);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  private ApiAnswer tried(ApiAnswer referral, String step) {
    Map<String, String> body = step.equals("convert") ? Map.of() : Map.of("reason", "because");
    return api.ifMatch(referral.etag()).post(REFERRALS + "/" + referral.id() + "/" + step, body);
  }

  private ApiAnswer step(ApiAnswer referral, String step) {
    ApiAnswer answer = tried(referral, step);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private static void isAnswered(ApiAnswer answer, String expected) {
    assertThat(answer.status() + " " + answer.code()).isEqualTo(expected);
  }
}
