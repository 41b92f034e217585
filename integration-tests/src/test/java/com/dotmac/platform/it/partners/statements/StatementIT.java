package com.dotmac.platform.it.partners.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements as callers see them: in the back office, in the portal, and as files. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementIT {
  private static final String PATH = "/api/v1/partner-statements";
  private static final String PORTAL = "/api/v1/portal/statements";
  private static final Instant MARCH = Instant.parse("2026-03-10T10:00:00Z");

  private final TestDatabase database;
  private final MovableClock clock = MovableClock.at(MARCH);
  private final RunningPlatform platform;
  private ATenant tenant;
  private ApiClient api;
  private ApiAnswer partner;

  StatementIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, clock);
    tenant = ATenant.of(platform);
    api = tenant.api();
    partner = APartner.any().createdBy(api, "active");
  }

  @BeforeEach
  void takeInATenant() {
    clock.moveTo(MARCH);
    tenant = ATenant.of(platform);
    api = tenant.api();
    partner = APartner.named("=Łódź, \"Kiosk\" & Söhne").createdBy(api, "active");
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  /** The last instant of the month, and the first of the next, also where clocks change. */
  @ParameterizedTest
  @CsvSource({
    // Clocks are put forward on the 29th, so the month ends at 22:00.
    "Europe/Berlin, 2026-03-31T21:59:59.999999Z, 2026-03-31T22:00:00Z",
    "Asia/Kolkata, 2026-03-31T18:29:59.999999Z, 2026-03-31T18:30:00Z",
    "Pacific/Kiritimati, 2026-03-31T09:59:59.999999Z, 2026-03-31T10:00:00Z"
  })
  void what_is_entered_at_the_last_instant_is_of_the_month_and_at_the_next_of_the_next(
      String zone, Instant last, Instant next) {
    ApiAnswer settings = api.get("/api/v1/tenant");
    api.ifMatch(settings.etag()).patch("/api/v1/tenant", Map.of("timeZone", zone));
    clock.moveTo(last);
    adjusted(100, "Last");
    clock.moveTo(next);
    adjusted(20, "First");
    clock.moveTo(Instant.parse("2026-05-03T00:00:00Z"));

    ApiAnswer closing = close("2026-04");

    assertThat(closing.json().at("/closed/0/endsAt").asText()).isEqualTo(next.toString());
    List<JsonNode> statements = list(api, ofPartner());
    assertThat(statements)
        .extracting(one -> one.path("month").asText())
        .containsExactly("2026-04", "2026-03");
    assertThat(amount(statements.get(1), "closingBalance")).isEqualTo("100");
    assertThat(amount(statements.get(0), "openingBalance")).isEqualTo("100");
    assertThat(amount(statements.get(0), "closingBalance")).isEqualTo("120");
    assertThat(statements.get(1).path("timeZone").asText()).isEqualTo(zone);
  }

  @Test
  void a_month_that_is_not_over_cannot_be_stated_and_one_that_was_stated_stays_as_it_is() {
    adjusted(100, "A bonus");
    ApiAnswer refusal = api.once().post(PATH, Map.of("month", "2026-03"));
    assertThat(refusal.code()).isEqualTo("partner-statement-period-open");
    assertThat(refusal.text("detail")).contains("2026-03", "2026-04-01T00:00:00Z");
    assertThat(api.once().post(PATH, Map.of("month", "2026-13")).status()).isEqualTo(422);

    clock.moveTo(Instant.parse("2026-04-10T00:00:00Z"));
    assertThat(close("2026-03").json().at("/closed/0/statements").asInt()).isEqualTo(1);
    ApiAnswer before = api.get(one());
    adjusted(-30, "Too much");
    assertThat(close("2026-03").json().path("closed")).isEmpty();
    clock.moveTo(Instant.parse("2026-05-10T00:00:00Z"));
    close("2026-04");

    assertThat(api.get(PATH + "/" + before.id()).body()).isEqualTo(before.body());
    JsonNode april = list(api, ofPartner()).get(0);
    assertThat(amount(april, "openingBalance")).isEqualTo("100");
    assertThat(amount(april, "closingBalance")).isEqualTo("70");
    assertThat(moved(april, "adjusted")).isEqualTo("-30");
    assertThat(api.get("/api/v1/audit-activities?action=partner_statement_period.closed").rows())
        .hasSize(2);
  }

  @Test
  void the_last_statement_says_what_the_reconciliation_says() {
    String line = adjusted(700, "A bonus").text("id");
    approve(line);
    adjusted(-50, "A malus");
    clock.moveTo(Instant.parse("2026-04-10T00:00:00Z"));
    close("2026-03");

    JsonNode statement = list(api, ofPartner()).get(0);
    JsonNode books = api.get(APartner.path(partner) + "/reconciliation").json().at("/items/0");
    for (String figure : List.of("held", "payable", "inFlight")) {
      assertThat(statement.path(figure)).isEqualTo(books.path("books").path(figure));
    }
    assertThat(books.at("/drift/amount").asText()).isEqualTo("0");
    assertThat(amount(statement, "closingBalance")).isEqualTo("650");
  }

  @Test
  void the_people_of_a_partner_see_his_statements_and_no_others() {
    ApiAnswer other = APartner.any().createdBy(api, "active");
    adjusted(100, "A bonus");
    clock.moveTo(Instant.parse("2026-04-10T00:00:00Z"));
    close("2026-03");
    String id = list(api, ofPartner()).get(0).path("id").asText();
    ApiClient finance = ASeat.at(tenant, partner, "finance").api();
    ApiClient manager = ASeat.at(tenant, partner, "account_manager").api();
    ApiClient ofOther = ASeat.at(tenant, other, "partner_owner").api();
    ApiClient elsewhere = ATenant.of(platform).api();

    assertThat(list(finance, PORTAL)).hasSize(1);
    assertThat(finance.get(PORTAL + "/" + id).body()).isEqualTo(api.get(PATH + "/" + id).body());
    assertThat(list(finance, PORTAL + "/" + id + "/lines")).hasSize(1);
    assertThat(list(finance, PORTAL + "/" + id + "/lines?movement=earned")).isEmpty();
    assertThat(finance.get(PORTAL + "/" + id + "/csv").body())
        .isEqualTo(api.get(PATH + "/" + id + "/csv").body());
    assertThat(finance.file(PORTAL + "/" + id + "/pdf"))
        .isEqualTo(api.file(PATH + "/" + id + "/pdf"));
    assertThat(list(ofOther, PORTAL)).isEmpty();
    for (String what : List.of("", "/lines", "/csv", "/pdf")) {
      assertThat(ofOther.get(PORTAL + "/" + id + what).code())
          .isEqualTo("partner-statement-not-found");
      assertThat(elsewhere.get(PATH + "/" + id + what).code())
          .isEqualTo("partner-statement-not-found");
      assertThat(manager.get(PORTAL + "/" + id + what).status()).isEqualTo(403);
    }
    assertThat(manager.get(PORTAL).status()).isEqualTo(403);
    assertThat(elsewhere.get(ofPartner()).code()).isEqualTo("partner-not-found");
  }

  @Test
  void a_table_has_every_entry_and_nothing_in_it_is_run_by_a_spreadsheet() throws IOException {
    List<String> reasons =
        List.of(
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2+3",
            "@SUM(1;2)",
            "says \"so\", and more;",
            "Łódź 中文 🧾\nsecond line",
            "plain");
    for (String reason : reasons) {
      adjusted(123, reason);
    }
    clock.moveTo(Instant.parse("2026-04-10T00:00:00Z"));
    close("2026-03");

    ApiAnswer file = api.get(one() + "/csv");

    assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + partner.text("number") + "-2026-03-EUR.csv\"");
    List<CSVRecord> rows = rows(file.body());
    assertThat(rows).hasSize(reasons.size() + 2);
    assertThat(rows.get(0).get("movement")).isEqualTo("opening_balance");
    BigDecimal sum = BigDecimal.ZERO;
    List<String> read = new ArrayList<>();
    for (CSVRecord row : rows.subList(0, rows.size() - 1)) {
      sum = sum.add(new BigDecimal(row.get("amount")));
      read.add(row.get("reason"));
    }
    CSVRecord last = rows.get(rows.size() - 1);
    assertThat(last.get("movement")).isEqualTo("closing_balance");
    assertThat(sum).isEqualTo(new BigDecimal(last.get("amount"))).isEqualTo("8.61");
    assertThat(read.subList(1, read.size()))
        .containsExactlyInAnyOrder(
            "'=cmd|' /C calc'!A0",
            "'+1+1",
            "'-2+3",
            "'@SUM(1;2)",
            "says \"so\", and more;",
            "Łódź 中文 🧾\nsecond line",
            "plain");
  }

  @Test
  void a_document_says_what_was_owed_and_what_changed_it() throws IOException {
    adjusted(123_456, "A bonus");
    adjusted(-56, "A malus");
    clock.moveTo(Instant.parse("2026-04-10T00:00:00Z"));
    close("2026-03");
    String path = one() + "/pdf";

    ApiAnswer file = api.get(path);

    assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("inline; filename=\"" + partner.text("number") + "-2026-03-EUR.pdf\"");
    assertThat(text(api.file(path)))
        .contains("Statement", partner.text("number"), "=Łódź, \"Kiosk\" & Söhne")
        .contains("Month 2026-03", "First day 2026-03-01", "Last day 2026-03-31")
        .contains("Time zone Europe/Lisbon", "Opening balance EUR 0.00", "Earned 0.00")
        .contains("Adjusted by hand 1,234.00", "Closing balance EUR 1,234.00")
        .contains("Of it held 1,234.00", "Of it payable 0.00", "Page 1 of 1");
    assertThat(api.file(path)).isEqualTo(api.file(path));
  }

  @Test
  void a_running_instance_makes_them_by_itself_and_those_that_were_missed_too() {
    adjusted(100, "A bonus");
    try (RunningPlatform working =
        RunningPlatform.on(
            database,
            clock,
            settings -> {
              settings.getJobs().setRecurring(true);
              settings.getJobs().setPollEvery(Duration.milliseconds(50));
            })) {
      assertThat(working.clock()).isSameAs(clock);
      clock.moveTo(Instant.parse("2026-06-10T00:00:00Z"));
      await()
          .atMost(java.time.Duration.ofSeconds(60))
          .until(() -> list(api, ofPartner()).size() == 3);
    }
    JsonNode act =
        api.get("/api/v1/audit-activities?action=partner_statement_period.closed").rows().get(0);
    assertThat(act.at("/actor/name").asText()).isEqualTo("partner-statements");
  }

  private ApiAnswer adjusted(long minor, String reason) {
    ApiAnswer answer =
        api.once()
            .post(
                APartner.path(partner) + "/adjustments",
                Map.of("amount", AnInvoice.money(minor, "EUR"), "reason", reason));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  private void approve(String line) {
    assertThat(
            api.once()
                .post(
                    "/api/v1/commission-events/approve",
                    Map.of("commissionEventIds", List.of(line)))
                .status())
        .isEqualTo(200);
  }

  private ApiAnswer close(String month) {
    ApiAnswer answer = api.once().post(PATH, Map.of("month", month));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private String ofPartner() {
    return APartner.path(partner) + "/statements";
  }

  /** The address of the newest statement of the partner. */
  private String one() {
    return PATH + "/" + list(api, ofPartner()).get(0).path("id").asText();
  }

  private static List<JsonNode> list(ApiClient caller, String path) {
    ApiAnswer answer = caller.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.rows();
  }

  private static String amount(JsonNode statement, String field) {
    return statement.path(field).path("amount").asText();
  }

  private static String moved(JsonNode statement, String movement) {
    for (JsonNode one : statement.path("movements")) {
      if (one.path("movement").asText().equals(movement)) {
        return one.at("/amount/amount").asText();
      }
    }
    throw new AssertionError("There is no " + movement);
  }

  private static List<CSVRecord> rows(String csv) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(csv))
        .getRecords();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument file = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(file);
    }
  }
}
