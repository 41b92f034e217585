package com.dotmac.platform.it.partners.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.app.partners.exports.ExportCsv;
import com.dotmac.platform.app.partners.exports.ExportRun;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.partners.exports.ExportFormat;
import com.dotmac.platform.domain.partners.exports.ExportMaking;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists that are made in the background: once, whole, and for a while. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnerExportIT {
  private static final String PATH = "/api/v1/partner-exports";
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final int MANY = 20_000;

  private final TestDatabase database;
  private final MovableClock clock = MovableClock.at(NOW);
  private final RunningPlatform platform;
  private ATenant tenant;
  private ApiClient api;
  private ApiAnswer partner;

  PartnerExportIT(TestDatabase database) {
    this.database = database;
    // What is planned stays planned, until a test does it or has another instance do it.
    platform = RunningPlatform.on(database, clock, RunningPlatform::doesNothingByItself);
    tenant = ATenant.of(platform);
    api = tenant.api();
    partner = APartner.any().createdBy(api, "active");
  }

  @BeforeEach
  void takeInATenant() {
    clock.moveTo(NOW);
    tenant = ATenant.of(platform);
    api = tenant.api();
    partner = APartner.named("=Łódź, \"Kiosk\"").createdBy(api, "active");
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void it_is_made_in_the_background_and_has_every_line_of_the_period_and_no_other()
      throws IOException {
    adjusted(partner, 100, "=cmd|' /C calc'!A0");
    clock.advance(Duration.ofDays(1));
    ApiAnswer other = APartner.any().createdBy(api, "active");
    adjusted(other, 7, "says \"so\", and more");
    clock.advance(Duration.ofDays(1));
    adjusted(partner, 3, "Too late");
    ApiAnswer all = requested(Map.of());
    ApiAnswer ofOne = requested(Map.of("partnerId", partner.text("id")));
    assertThat(all.text("status")).isEqualTo("requested");
    assertThat(api.get(address(all) + "/file").code()).isEqualTo("partner-export-no-file");

    try (RunningPlatform working = working()) {
      assertThat(working.clock()).isSameAs(clock);
      untilIs(all, "done");
      untilIs(ofOne, "done");
    }

    ApiAnswer done = api.get(address(all));
    assertThat(done.json().path("lines").asInt()).isEqualTo(2);
    ApiAnswer file = api.get(address(all) + "/file");
    assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"commission-lines-" + all.id() + ".csv\"");
    List<CSVRecord> rows = rows(file.body());
    assertThat(rows)
        .extracting(row -> row.get("reason"))
        .containsExactly("'=cmd|' /C calc'!A0", "says \"so\", and more");
    assertThat(rows.get(0).get("partner_name")).isEqualTo("'=Łódź, \"Kiosk\"");
    assertThat(rows.get(0).get("amount")).isEqualTo("1.00");
    assertThat(rows(api.get(address(ofOne) + "/file").body())).hasSize(1);
  }

  @Test
  void another_tenant_has_no_such_export_and_nobody_exports_who_is_not_there() {
    ApiAnswer export = requested(Map.of());
    ApiClient elsewhere = ATenant.of(platform).api();

    assertThat(elsewhere.get(address(export)).code()).isEqualTo("partner-export-not-found");
    assertThat(elsewhere.get(address(export) + "/file").code())
        .isEqualTo("partner-export-not-found");
    assertThat(elsewhere.once().post(PATH, wish(Map.of("partnerId", partner.text("id")))).code())
        .isEqualTo("partner-not-found");
    assertThat(api.once().post(PATH, wish(Map.of("to", "2026-01-01T00:00:00Z"))).code())
        .isEqualTo("validation-failed");
  }

  @Test
  void instances_that_make_one_at_once_make_it_once() throws SQLException {
    adjusted(partner, 100, "A bonus");
    ApiAnswer export = requested(Map.of());

    AtOnce.times(6, place -> run(new ExportCsv()).of(tenant.scope(), export.id()));

    assertThat(api.get(address(export)).text("status")).isEqualTo("done");
    assertThat(acts("partner_export.made", export)).isEqualTo(1);
    assertThat(pieces(export)).isEqualTo(1);
  }

  /** An instance takes the work, begins, and is gone: another finds its heart silent. */
  @Test
  void what_an_instance_died_over_is_begun_again_by_another() throws SQLException {
    adjusted(partner, 100, "A bonus");
    ApiAnswer export = requested(Map.of());
    begin(export);
    assertThat(api.get(address(export)).text("status")).isEqualTo("running");
    asOwner(
        "UPDATE scheduled_tasks SET picked = true, picked_by = 'dead', last_heartbeat = '"
            + NOW.minus(Duration.ofHours(1))
            + "' WHERE task_name = 'export-of-partners'");

    try (RunningPlatform working = working()) {
      assertThat(working.clock()).isSameAs(clock);
      untilIs(export, "done");
    }

    assertThat(acts("partner_export.made", export)).isEqualTo(1);
    assertThat(pieces(export)).isEqualTo(1);
  }

  @Test
  void of_a_file_that_could_not_be_written_nothing_is_left_and_in_the_end_it_is_given_up()
      throws SQLException {
    adjusted(partner, 100, "A bonus");
    ApiAnswer export = requested(Map.of());
    ExportRun broken =
        run(
            to -> {
              to.write(new byte[1_000_000]);
              to.flush();
              throw new IOException("The disk is full");
            });

    assertThat(broken.of(tenant.scope(), export.id())).contains(NOW.plus(Duration.ofMinutes(1)));
    assertThat(pieces(export)).isZero();
    assertThat(api.get(address(export)).text("status")).isEqualTo("running");
    assertThat(broken.of(tenant.scope(), export.id())).isPresent();
    assertThat(broken.of(tenant.scope(), export.id())).isEmpty();
    ApiAnswer failed = api.get(address(export));
    assertThat(failed.text("status")).isEqualTo("failed");
    assertThat(failed.text("failure")).isNotBlank();
    assertThat(run(new ExportCsv()).of(tenant.scope(), export.id())).isEmpty();
    assertThat(api.get(address(export) + "/file").code()).isEqualTo("partner-export-no-file");
  }

  @Test
  void after_seven_days_the_file_is_gone() throws SQLException {
    ApiAnswer export = requested(Map.of());
    Instant end = run(new ExportCsv()).of(tenant.scope(), export.id()).orElseThrow();
    assertThat(end).isEqualTo(NOW.plus(Duration.ofDays(7)));

    clock.moveTo(end.minusMillis(1));
    assertThat(run(new ExportCsv()).of(tenant.scope(), export.id())).contains(end);
    assertThat(api.get(address(export) + "/file").status()).isEqualTo(200);
    clock.moveTo(end);
    assertThat(run(new ExportCsv()).of(tenant.scope(), export.id())).isEmpty();

    assertThat(api.get(address(export)).text("status")).isEqualTo("expired");
    assertThat(api.get(address(export) + "/file").code()).isEqualTo("partner-export-no-file");
    assertThat(pieces(export)).isZero();
  }

  @Test
  void many_lines_are_kept_in_pieces_and_come_out_whole() throws SQLException, IOException {
    asOwner(
        """
        INSERT INTO partner_commission_events (tenant_id, id, partner_id, kind, cause, currency, base_amount, amount,
          reversed_amount, status, reason, occurred_at, available_at, approved_at, created_at, version)
        SELECT '%1$s', gen_random_uuid(), '%2$s', 'adjustment', 'manual', 'EUR', 0, n, 0, 'approved', md5(n::text),
          '%3$s', '%3$s', '%3$s', '%3$s', 0
        FROM generate_series(1, %4$d) n
        """
            .formatted(tenant.id(), partner.id(), NOW, MANY));
    ApiAnswer export = requested(Map.of());

    run(new ExportCsv()).of(tenant.scope(), export.id());

    assertThat(pieces(export)).isGreaterThan(2);
    List<CSVRecord> rows = rows(api.get(address(export) + "/file").body());
    assertThat(rows).hasSize(MANY);
    assertThat(rows.stream().map(row -> row.get("commission_event_id")).distinct()).hasSize(MANY);
  }

  private RunningPlatform working() {
    return RunningPlatform.on(
        database,
        clock,
        settings -> settings.getJobs().setPollEvery(io.dropwizard.util.Duration.milliseconds(50)));
  }

  private ExportRun run(ExportFormat format) {
    TenantSessions sessions = new TenantSessions(platform.sessionFactory());
    return new ExportRun(
        new ExportMaking(sessions, format, new AuditLog(sessions)),
        new UnitsOfWork(platform.sessionFactory()),
        clock);
  }

  private void begin(ApiAnswer export) {
    TenantSessions sessions = new TenantSessions(platform.sessionFactory());
    ExportMaking making = new ExportMaking(sessions, new ExportCsv(), new AuditLog(sessions));
    new UnitsOfWork(platform.sessionFactory())
        .in(tenant.scope(), () -> making.begin(tenant.scope(), export.id(), NOW));
  }

  private void untilIs(ApiAnswer export, String status) {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> api.get(address(export)).text("status").equals(status));
  }

  private ApiAnswer requested(Map<String, Object> more) {
    ApiAnswer answer = api.once().post(PATH, wish(more));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  private static Map<String, Object> wish(Map<String, Object> more) {
    Map<String, Object> wish =
        new HashMap<>(
            Map.of(
                "kind", "commission_lines",
                "from", "2026-03-10T10:00:00Z",
                "to", "2026-03-12T10:00:00Z"));
    wish.putAll(more);
    return wish;
  }

  private void adjusted(ApiAnswer of, long minor, String reason) {
    ApiAnswer answer =
        api.once()
            .post(
                APartner.path(of) + "/adjustments",
                Map.of("amount", AnInvoice.money(minor, "EUR"), "reason", reason));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  private int acts(String action, ApiAnswer export) {
    return api.get("/api/v1/audit-activities?action=" + action + "&resourceId=" + export.id())
        .rows()
        .size();
  }

  private long pieces(ApiAnswer export) throws SQLException {
    UUID id = tenant.id();
    try (Connection app = database.connectAsApp(id);
        Statement statement = app.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM partner_export_chunks WHERE export_id = '"
                    + export.id()
                    + "'")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void asOwner(String sql) throws SQLException {
    try (Connection owner = database.connectAsOwner(tenant.id());
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String address(ApiAnswer export) {
    return PATH + "/" + export.id();
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
}
