package com.dotmac.platform.it.communications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.domain.communications.MessageTemplate;
import com.dotmac.platform.it.fixtures.AMessage;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.operation.Figures;
import jakarta.mail.Header;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Messages on their way to a real mail server. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailDeliveryIT {
  private static final String PATH = "/api/v1/messages";
  private static final String TOKEN = "dmt_this-is-the-secret-of-a-message";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final ReceivingServer mail = new ReceivingServer();
  private final TestDatabase database;
  private final RunningPlatform platform;

  MailDeliveryIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, clock, mail.settings());
  }

  @AfterAll
  void stop() {
    platform.close();
    mail.close();
  }

  @Test
  void a_message_arrives_in_the_name_of_its_tenant_and_is_noted_as_sent() throws Exception {
    ATenant tenant = ATenant.of(platform);
    String name = tenant.api().get("/api/v1/tenant").text("name");
    ApiAnswer written =
        tenant.api().post(PATH + "/test", Map.of("recipientAddress", "ada@example.com"));
    MimeMessage copy = mail.awaitCopyOf(written.id());
    assertThat(copy.getSubject()).isEqualTo("Test message of " + name);
    InternetAddress from = (InternetAddress) copy.getFrom()[0];
    assertThat(from.getAddress()).isEqualTo("no-reply@Billing.example");
    assertThat(from.getPersonal()).isEqualTo(name);
    assertThat(copy.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("ada@example.com");
    assertThat(ReceivingServer.header(copy, "Message-ID"))
        .isEqualTo("<" + written.id() + "@billing.example>");
    assertThat(ReceivingServer.header(copy, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(copy.getSentDate().toInstant()).isEqualTo(clock.instant());
    assertThat(copy.getContentType()).startsWith("text/plain");
    assertThat(ReceivingServer.body(copy)).contains("mail of " + name + " arrives");

    ApiAnswer sent = awaitStatus(tenant, written.id(), "sent");
    assertThat(sent.text("sentAt")).isEqualTo(clock.instant().toString());
    assertThat(sent.json().path("attempts").asInt()).isEqualTo(1);
    assertThat(sent.json().path("lastError").isNull()).isTrue();
    assertThat(tenant.api().post(PATH + "/" + written.id() + "/retry").code())
        .isEqualTo("message-already-sent");
  }

  @Test
  void a_link_carries_the_token_and_the_end_of_its_use_in_the_zone_of_the_tenant()
      throws Exception {
    ATenant tenant = ATenant.of(platform);
    Map<MessageTemplate, String> pages =
        Map.of(
            MessageTemplate.PASSWORD_RESET, "password-reset",
            MessageTemplate.EMAIL_VERIFICATION, "email-verification",
            MessageTemplate.USER_INVITATION, "invitation");
    for (Map.Entry<MessageTemplate, String> page : pages.entrySet()) {
      UUID id =
          AMessage.of(page.getKey())
              .to("grace@example.com", "Grace Ü. <Hopper>")
              .carrying(TOKEN)
              .until(Instant.parse("2026-07-01T11:30:00Z"))
              .writtenIn(platform, tenant.scope());
      MimeMessage copy = mail.awaitCopyOf(id);
      assertThat(ReceivingServer.body(copy))
          .startsWith("Hello Grace Ü. <Hopper>,\n")
          .contains("\nhttps://billing.example/" + page.getValue() + "#token=" + TOKEN + "\n")
          .contains("until 1 July 2026, 12:30 (Europe/Lisbon)")
          .doesNotContain("{{");
      assertThat(((InternetAddress) copy.getAllRecipients()[0]).getPersonal())
          .isEqualTo("Grace Ü. <Hopper>");
      awaitStatus(tenant, id, "sent");
      assertThat(sealedSecretOf(id)).isEqualTo("null");
    }
  }

  @Test
  void no_name_adds_a_line_to_the_head_of_a_mail() throws Exception {
    ATenant tenant = ATenant.of(platform);
    String hostile = "Evil\r\nBcc: mallory@example.com\r\n\r\nBody\u2028X: y\u0085Z: z";
    try (Connection connection = database.connectAsAdministrator();
        PreparedStatement update =
            connection.prepareStatement("UPDATE tenants SET name = ? WHERE id = ?")) {
      update.setString(1, hostile);
      update.setObject(2, tenant.id());
      update.executeUpdate();
    }
    UUID id =
        AMessage.of(MessageTemplate.TEST)
            .to("ada@example.com", hostile)
            .writtenIn(platform, tenant.scope());
    MimeMessage copy = mail.awaitCopyOf(id);
    assertThat(Collections.list(copy.getAllHeaders()))
        .extracting(Header::getName)
        .doesNotContain("Bcc", "X", "Z")
        .doesNotHaveDuplicates();
    assertThat(copy.getAllRecipients()).hasSize(1);
    assertThat(((InternetAddress) copy.getFrom()[0]).getPersonal())
        .isEqualTo("Evil Bcc: mallory@example.com Body X: y Z: z");
    assertThat(ReceivingServer.body(copy)).startsWith("Hello Evil Bcc: ");
  }

  @Test
  void what_is_of_no_use_any_more_is_not_sent_and_its_secret_is_gone() throws Exception {
    ATenant tenant = ATenant.of(platform);
    UUID id =
        AMessage.of(MessageTemplate.PASSWORD_RESET)
            .carrying(TOKEN)
            .until(clock.instant())
            .writtenIn(platform, tenant.scope());
    ApiAnswer failed = awaitStatus(tenant, id, "failed");
    assertThat(failed.text("lastError")).startsWith("It was of no use any more");
    assertThat(sealedSecretOf(id)).isEqualTo("null");
    assertThat(mail.copiesOf(id)).isEmpty();
    assertThat(tenant.api().post(PATH + "/" + id + "/retry").code()).isEqualTo("message-expired");
  }

  @Test
  void several_instances_send_each_message_once() {
    ATenant tenant = ATenant.of(platform);
    try (RunningPlatform other = RunningPlatform.on(database, clock, mail.settings())) {
      List<UUID> written = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        written.add(
            AMessage.of(MessageTemplate.TEST)
                .writtenIn(i % 2 == 0 ? platform : other, tenant.scope()));
      }
      await()
          .atMost(SOON)
          .until(
              () ->
                  tenant.api().get(PATH + "?status=sent&limit=100").rows().size()
                      == written.size());
      assertThat(written).allSatisfy(id -> assertThat(mail.copiesOf(id)).hasSize(1));
    }
  }

  @Test
  void messages_that_waited_for_a_mail_server_go_out_once_there_is_one(@Own TestDatabase empty) {
    UUID id;
    try (RunningPlatform without = RunningPlatform.on(empty, clock)) {
      ATenant tenant = ATenant.of(without);
      id = AMessage.of(MessageTemplate.TEST).writtenIn(without, tenant.scope());
      assertThat(tenant.api().get(PATH + "/" + id).json().path("attempts").asInt()).isZero();
    }
    MovableClock monthLater = MovableClock.at(clock.instant().plus(Duration.ofDays(30)));
    try (RunningPlatform with = RunningPlatform.on(empty, monthLater, mail.settings())) {
      mail.awaitCopyOf(id);
      ApiClient admin = ApiClient.ofAdmin(with);
      await()
          .atMost(SOON)
          .until(() -> Figures.of(with).contains("attempts_total{outcome=\"sent\"} 1"));
      await()
          .atMost(SOON)
          .until(() -> admin.get("/healthcheck").json().path("mail").path("healthy").asBoolean());
    }
  }

  private ApiAnswer awaitStatus(ATenant tenant, UUID id, String status) {
    return await()
        .atMost(SOON)
        .until(
            () -> tenant.api().get(PATH + "/" + id),
            answer -> answer.text("status").equals(status));
  }

  private String sealedSecretOf(UUID id) throws Exception {
    return Messages.column(database, id, "sealed_secret");
  }
}
