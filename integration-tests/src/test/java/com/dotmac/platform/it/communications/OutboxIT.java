package com.dotmac.platform.it.communications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.communications.MessageTemplate;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.sealing.SealingException;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.it.fixtures.AMessage;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.operation.Figures;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Messages on a platform without a mail server: they are written, kept and wait. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxIT {
  private static final String PATH = "/api/v1/messages";
  private static final String TOKEN = "dmt_this-is-the-secret-of-a-message";

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final TestDatabase database;
  private final RunningPlatform platform;

  OutboxIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, clock);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void a_message_waits_in_the_log_of_its_tenant() {
    ATenant tenant = ATenant.of(platform);
    ApiClient api = tenant.api();
    ApiAnswer written = test(api, "Ada@Example.com");
    assertThat(written.status()).isEqualTo(201);
    assertThat(written.text("status")).isEqualTo("pending");
    assertThat(written.text("recipientAddress")).isEqualTo("ada@example.com");
    assertThat(written.text("subject")).matches("Test message of Tenant \\d+");
    assertThat(written.header("Location")).endsWith(PATH + "/" + written.id());
    assertThat(api.get(PATH + "/" + written.id()).body()).isEqualTo(written.body());
    assertThat(api.get(PATH).column("id")).containsExactly(written.text("id"));
    assertThat(api.get("/api/v1/audit-activities?action=message.tested").column("resourceId"))
        .containsExactly(written.text("id"));

    ApiClient stranger = ATenant.of(platform).api();
    assertThat(stranger.get(PATH).rows()).isEmpty();
    assertThat(stranger.get(PATH + "/" + written.id()).code()).isEqualTo("message-not-found");
  }

  @Test
  void a_message_and_the_plan_to_send_it_are_one_with_their_cause() throws Exception {
    ATenant tenant = ATenant.of(platform);
    UUID sent = AMessage.of(MessageTemplate.TEST).writtenIn(platform, tenant.scope());
    assertThat(plansFor(tenant)).isEqualTo(1);
    assertThat(count("communication_messages", "id = '" + sent + "'")).isEqualTo(1);

    assertThatThrownBy(
            () ->
                new UnitsOfWork(platform.sessionFactory())
                    .in(
                        tenant.scope(),
                        () -> {
                          AMessage.of(MessageTemplate.TEST).write(platform, tenant.scope());
                          throw new IllegalStateException("the cause fails");
                        }))
        .hasMessage("the cause fails");
    assertThat(plansFor(tenant)).isEqualTo(1);
    assertThat(tenant.api().get(PATH).rows()).hasSize(1);
  }

  @Test
  void under_an_idempotency_key_a_message_is_written_once() {
    ApiClient api = ATenant.of(platform).api();
    ApiClient under = api.with("Idempotency-Key", "once");
    assertThat(test(under, "ada@example.com").body())
        .isEqualTo(test(under, "ada@example.com").body());
    assertThat(api.get(PATH).rows()).hasSize(1);
  }

  @Test
  void the_secret_of_a_message_stands_nowhere_in_the_clear() throws Exception {
    ATenant tenant = ATenant.of(platform);
    UUID id =
        AMessage.of(MessageTemplate.PASSWORD_RESET)
            .carrying(TOKEN)
            .writtenIn(platform, tenant.scope());
    assertThat(rowsOf("communication_messages")).contains(id.toString()).doesNotContain(TOKEN);
    assertThat(rowsOf("scheduled_tasks")).contains("send-message").doesNotContain(TOKEN);
    assertThat(rowsOf("audit_activities")).doesNotContain(TOKEN);
    assertThat(tenant.api().get(PATH + "/" + id).body())
        .doesNotContain(TOKEN)
        .doesNotContain("sealed");
  }

  @Test
  void without_a_key_to_seal_with_a_secret_is_not_written_at_all() {
    ATenant tenant = ATenant.of(platform);
    AMessage secret =
        AMessage.of(MessageTemplate.USER_INVITATION)
            .carrying(TOKEN)
            .sealedWith(new Seals(List.of()));
    assertThatThrownBy(() -> secret.writtenIn(platform, tenant.scope()))
        .isInstanceOf(SealingException.NotConfigured.class);
    assertThat(tenant.api().get(PATH).rows()).isEmpty();
  }

  @Test
  void the_log_is_filtered_by_status_kind_and_recipient() {
    ATenant tenant = ATenant.of(platform);
    ApiClient api = tenant.api();
    test(api, "ada@example.com");
    test(api, "grace@example.com");
    AMessage.of(MessageTemplate.EMAIL_VERIFICATION)
        .carrying(TOKEN)
        .writtenIn(platform, tenant.scope());
    assertThat(api.get(PATH + "?status=pending").rows()).hasSize(3);
    assertThat(api.get(PATH + "?status=failed").rows()).isEmpty();
    assertThat(api.get(PATH + "?template=test").rows()).hasSize(2);
    assertThat(api.get(PATH + "?template=test&recipientAddress=ADA@example.com").rows()).hasSize(1);
    assertThat(api.get(PATH + "?status=lost").status()).isEqualTo(400);
  }

  @Test
  void reading_the_log_and_sending_need_their_permissions() {
    ATenant tenant = ATenant.of(platform);
    ApiClient reader = tenant.api(EnumSet.of(Permission.MESSAGES_READ));
    ApiClient writer = tenant.api(EnumSet.of(Permission.MESSAGES_WRITE));
    ApiAnswer written = test(writer, "ada@example.com");
    assertThat(written.status()).isEqualTo(201);
    assertThat(writer.get(PATH).status()).isEqualTo(403);
    assertThat(reader.get(PATH).status()).isEqualTo(200);
    assertThat(test(reader, "ada@example.com").status()).isEqualTo(403);
    assertThat(reader.post(PATH + "/" + written.id() + "/retry").status()).isEqualTo(403);
  }

  @Test
  void an_address_is_that_of_one_mailbox() {
    ApiClient api = ATenant.of(platform).api();
    for (String wrong :
        List.of(
            "",
            "ada",
            "ada@",
            "ada@example.com, mallory@example.com",
            "ada@example.com\r\nBcc: mallory@example.com",
            "ada@example.com\nX: y",
            "Ada <ada@example.com>",
            "\"ada\"@example.com",
            "a@".repeat(200))) {
      assertThat(test(api, wrong).code()).as(wrong).isEqualTo("validation-failed");
    }
    assertThat(api.get(PATH).rows()).isEmpty();
  }

  @Test
  void a_message_that_waits_is_not_planned_twice_by_a_retry() throws Exception {
    ATenant tenant = ATenant.of(platform);
    ApiAnswer written = test(tenant.api(), "ada@example.com");
    ApiAnswer again = tenant.api().post(PATH + "/" + written.id() + "/retry");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.etag()).isEqualTo(written.etag());
    assertThat(plansFor(tenant)).isEqualTo(1);
  }

  @Test
  void health_and_figures_say_that_messages_wait_and_the_instance_stays_in_service() {
    test(ATenant.of(platform).api(), "ada@example.com");
    ApiClient admin = ApiClient.ofAdmin(platform);
    clock.advance(Duration.ofMinutes(3));
    JsonNode mail = admin.get("/healthcheck").json().path("mail");
    assertThat(mail.path("healthy").asBoolean(true)).isFalse();
    assertThat(mail.path("message").asText())
        .isEqualTo("Messages wait, and no mail server is configured");
    assertThat(mail.path("oldestWaitSeconds").asLong()).isGreaterThanOrEqualTo(180);
    assertThat(Figures.of(platform))
        .containsPattern("(?m)^dotmac_messages_waiting [1-9]")
        .containsPattern("(?m)^dotmac_messages_oldest_wait_seconds (1[89]|[2-9])\\d")
        .contains("dotmac_message_attempts_total{outcome=\"failed\"} 0");
    assertThat(ApiClient.of(platform).get("/health-check?type=ready").status()).isEqualTo(200);
    assertThat(ApiClient.of(platform).get("/health-check?type=alive").status()).isEqualTo(200);
  }

  private static ApiAnswer test(ApiClient api, String address) {
    return api.post(PATH + "/test", Map.of("recipientAddress", address));
  }

  private long plansFor(ATenant tenant) throws SQLException {
    return count("scheduled_tasks", "convert_from(task_data, 'UTF8') LIKE '%" + tenant.id() + "%'");
  }

  private long count(String table, String condition) throws SQLException {
    return Long.parseLong(ask("SELECT count(*)::text FROM " + table + " WHERE " + condition));
  }

  private String rowsOf(String table) throws SQLException {
    return ask(
        "SELECT string_agg(t::text || encode(t::text::bytea, 'escape'), '') FROM " + table + " t");
  }

  private String ask(String sql) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }
}
