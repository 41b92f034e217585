package com.dotmac.platform.it.partners.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ASeat;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The portal holds people to their partner by itself as well: here the database has been made to
 * show a partner whatever his tenant has.
 */
@NeedsDatabase
class PartnersApartByCodeIT {
  private static final String PORTAL = "/api/v1/portal";

  private static final String DROP_THE_SCOPE =
      """
      DO $$
      DECLARE
        one record;
      BEGIN
        FOR one IN SELECT tablename FROM pg_policies WHERE policyname = 'partner_scope' LOOP
          EXECUTE format('DROP POLICY partner_scope ON %I', one.tablename);
        END LOOP;
      END
      $$\
      """;

  private static final Map<String, Object> END = Map.of("reason", "Gone");

  @Test
  void what_is_anothers_is_not_found_though_the_database_would_show_it(@Own TestDatabase database)
      throws SQLException {
    MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
    try (RunningPlatform platform =
        RunningPlatform.on(database, clock, RunningPlatform::doesNothingByItself)) {
      ATenant tenant = ATenant.of(platform);
      ApiAnswer one = APartner.named("One").createdBy(tenant.api(), "active");
      ApiAnswer other = APartner.named("Other").createdBy(tenant.api(), "active");
      Map<String, String> theirs = things(tenant, one, clock);
      ApiClient owner = ASeat.at(tenant, one, "partner_owner").api();
      ApiClient stranger = ASeat.at(tenant, other, "partner_owner").api();
      try (Connection administrator = database.connectAsAdministrator();
          Statement statement = administrator.createStatement()) {
        statement.execute(DROP_THE_SCOPE);
      }

      theirs.forEach(
          (list, id) -> {
            String path = PORTAL + list + "/" + id;
            assertThat(owner.get(path).status()).as("%s of its owner", list).isEqualTo(200);
            ApiAnswer answer = stranger.get(path);
            assertThat(answer.status()).as("%s: %s", list, answer.body()).isEqualTo(404);
            assertThat(stranger.get(PORTAL + list).body()).as(list).doesNotContain(id);
          });
      String statement = PORTAL + "/statements/" + theirs.get("/statements");
      for (String part : List.of("/lines", "/csv", "/pdf")) {
        assertThat(owner.get(statement + part).status()).isEqualTo(200);
        assertThat(stranger.get(statement + part).status()).as(part).isEqualTo(404);
      }
      String referral = PORTAL + "/referrals/" + theirs.get("/referrals");
      String etag = owner.get(referral).etag();
      assertThat(stranger.ifMatch(etag).patch(referral, Map.of("notes", "Mine")).status())
          .isEqualTo(404);
      assertThat(stranger.ifMatch(etag).post(referral + "/withdraw", END).status()).isEqualTo(404);
      assertThat(owner.get(referral).etag()).isEqualTo(etag);
      assertThat(stranger.get(PORTAL + "/reconciliation").json().path("items")).isEmpty();
      assertThat(stranger.get(PORTAL + "/dashboard").json().path("money")).isEmpty();
    }
  }

  /** One thing of a partner in each list of the portal, by the list. */
  private static Map<String, String> things(ATenant tenant, ApiAnswer partner, MovableClock clock) {
    ApiClient api = tenant.api();
    ApiClient owner = ASeat.at(tenant, partner, "partner_owner").api();
    Map<String, String> things = new LinkedHashMap<>();
    things.put(
        "/referrals",
        made(
            owner.post(
                PORTAL + "/referrals",
                Map.of("contactName", "Eve Moor", "email", "eve@prospect.example"))));
    things.put(
        "/invitations",
        made(
            owner.post(
                PORTAL + "/invitations",
                Map.of("email", "guest@partner.example", "role", "finance"))));
    things.put("/team", ASeat.at(tenant, partner, "finance").user().text("id"));
    things.put(
        "/payee-accounts",
        made(
            api.post(
                APartner.path(partner) + "/payee-accounts",
                Map.of("holder", "Ada", "iban", "DE89370400440532013000"))));
    String event =
        made(
            api.once()
                .post(
                    APartner.path(partner) + "/adjustments",
                    Map.of("amount", AnInvoice.money(700, "EUR"), "reason", "Agreed")));
    things.put("/commission-events", event);
    api.once()
        .post("/api/v1/commission-events/approve", Map.of("commissionEventIds", List.of(event)));
    String batch = made(api.once().post("/api/v1/payout-batches", Map.of("currency", "EUR")));
    things.put(
        "/payouts", api.get("/api/v1/payouts?batchId=" + batch).json().at("/data/0/id").asText());
    clock.advance(Duration.ofDays(40));
    api.post("/api/v1/partner-statements", Map.of("month", "2026-03"));
    things.put(
        "/statements",
        api.get(APartner.path(partner) + "/statements").json().at("/data/0/id").asText());
    return things;
  }

  private static String made(ApiAnswer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.text("id");
  }
}
