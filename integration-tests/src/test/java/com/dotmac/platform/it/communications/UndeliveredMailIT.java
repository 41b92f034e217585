package com.dotmac.platform.it.communications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.app.communications.MailSettings;
import com.dotmac.platform.domain.communications.MessageTemplate;
import com.dotmac.platform.it.deploy.Jars;
import com.dotmac.platform.it.deploy.RunningApp;
import com.dotmac.platform.it.fixtures.AMessage;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.IssuedKey;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.operation.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What becomes of a message that a mail server does not take, or whose sender dies. */
@NeedsDatabase
class UndeliveredMailIT {
  private static final String PATH = "/api/v1/messages";
  private static final String TOKEN = "dmt_this-is-the-secret-of-a-message";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final TestDatabase database;

  UndeliveredMailIT(TestDatabase database) {
    this.database = database;
  }

  @Test
  void a_mail_server_that_is_away_is_asked_again_later_and_later_until_a_message_is_given_up(
      @Own TestDatabase own) {
    int port;
    try (ReceivingServer gone = new ReceivingServer()) {
      port = gone.port();
    }
    try (RunningPlatform platform =
        RunningPlatform.on(own, clock, ReceivingServer.settings(port))) {
      ATenant tenant = ATenant.of(platform);
      UUID id = AMessage.of(MessageTemplate.TEST).writtenIn(platform, tenant.scope());
      long[] minutes = {1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240};
      for (int attempt = 1; attempt <= minutes.length; attempt++) {
        ApiAnswer waiting = awaitAttempts(tenant, id, attempt);
        assertThat(waiting.text("status")).isEqualTo("pending");
        assertThat(waiting.text("lastError")).contains("could not be reached");
        Duration wait = Duration.ofMinutes(minutes[attempt - 1]);
        assertThat(awaitDue(own, id)).isEqualTo(clock.instant().plus(wait));
        clock.advance(wait);
      }
      ApiAnswer failed = awaitAttempts(tenant, id, minutes.length + 1);
      assertThat(failed.text("status")).isEqualTo("failed");
      assertThat(tenant.api().get(PATH + "?status=failed").column("id"))
          .containsExactly(id.toString());
      assertThat(Figures.of(platform))
          .contains("attempts_total{outcome=\"deferred\"} 11")
          .contains("attempts_total{outcome=\"failed\"} 1");

      try (ReceivingServer back = ReceivingServer.at(port)) {
        ApiAnswer again = tenant.api().post(PATH + "/" + id + "/retry");
        assertThat(again.text("status")).isEqualTo("pending");
        assertThat(again.json().path("attempts").asInt()).isZero();
        back.awaitCopyOf(id);
        awaitStatus(tenant, id, "sent");
        assertThat(tenant.api().get("/api/v1/audit-activities?action=message.retried").rows())
            .hasSize(1);
      }
    }
  }

  @Test
  void a_mailbox_that_does_not_exist_is_not_tried_again() throws Exception {
    try (ScriptedServer mail = new ScriptedServer();
        RunningPlatform platform =
            RunningPlatform.on(database, clock, ReceivingServer.settings(mail.port()))) {
      mail.answer("RCPT", "550 5.1.1 No such user here");
      ATenant tenant = ATenant.of(platform);
      UUID id = AMessage.of(MessageTemplate.TEST).writtenIn(platform, tenant.scope());
      ApiAnswer failed = awaitStatus(tenant, id, "failed");
      assertThat(failed.json().path("attempts").asInt()).isEqualTo(1);
      assertThat(failed.text("lastError")).contains("550 5.1.1 No such user here");
    }
  }

  @Test
  void a_mailbox_that_is_full_or_busy_is_tried_again() throws Exception {
    try (ScriptedServer mail = new ScriptedServer();
        RunningPlatform platform =
            RunningPlatform.on(database, clock, ReceivingServer.settings(mail.port()))) {
      ATenant tenant = ATenant.of(platform);
      for (String passing : new String[] {"450 4.2.1 Busy", "552 5.2.2 Full"}) {
        mail.answer("RCPT", passing);
        UUID id = AMessage.of(MessageTemplate.TEST).writtenIn(platform, tenant.scope());
        ApiAnswer waiting = awaitAttempts(tenant, id, 1);
        assertThat(waiting.text("status")).as(passing).isEqualTo("pending");
        assertThat(waiting.text("lastError")).contains(passing);
      }
    }
  }

  @Test
  void a_mail_server_that_repeats_the_mail_in_its_answer_does_not_bring_the_secret_into_the_log()
      throws Exception {
    try (ScriptedServer mail = new ScriptedServer();
        RunningPlatform platform =
            RunningPlatform.on(database, clock, ReceivingServer.settings(mail.port()))) {
      mail.answer(".", "554 5.7.1 Bad link in: {body}");
      ATenant tenant = ATenant.of(platform);
      UUID id =
          AMessage.of(MessageTemplate.PASSWORD_RESET)
              .carrying(TOKEN)
              .writtenIn(platform, tenant.scope());
      awaitAttempts(tenant, id, 1);
      assertThat(Messages.column(database, id, "last_error"))
          .contains("5.7.1 Bad link", "/password-reset#token=***")
          .doesNotContain(TOKEN);
    }
  }

  @Test
  void a_mail_server_without_tls_gets_nothing_when_tls_is_asked_for() throws Exception {
    try (ScriptedServer mail = new ScriptedServer();
        RunningPlatform platform =
            RunningPlatform.on(
                database,
                clock,
                settings -> {
                  ReceivingServer.settings(mail.port()).accept(settings);
                  settings.getMail().setSecurity(MailSettings.Security.STARTTLS);
                })) {
      ATenant tenant = ATenant.of(platform);
      UUID id = AMessage.of(MessageTemplate.TEST).writtenIn(platform, tenant.scope());
      assertThat(awaitAttempts(tenant, id, 1).text("lastError")).contains("STARTTLS");
    }
  }

  @Test
  void a_message_whose_sender_is_killed_before_he_notes_it_comes_once_more_under_the_same_name(
      @Own TestDatabase own) throws Exception {
    IssuedKey key = IssuedKey.in(own);
    CountDownLatch answers = new CountDownLatch(1);
    try (ScriptedServer mail = new ScriptedServer()) {
      mail.keepSilentUntil(answers);
      UUID id = takenFromOneWhoIsKilled(own, key, mail);
      answers.countDown();
      assertThat(Messages.column(own, id, "status")).isEqualTo("pending");
      // The heart of the dead one stands still. The clock of this one is ahead, so it knows.
      MovableClock later = MovableClock.at(Instant.now().plus(Duration.ofMinutes(2)));
      try (RunningPlatform next =
          RunningPlatform.on(own, later, ReceivingServer.settings(mail.port()))) {
        awaitStatus(ATenant.of(next, key.tenantId()), id, "sent");
        assertThat(mail.taken())
            .hasSize(2)
            .allMatch(copy -> copy.contains("Message-ID: <" + id + "@billing.example>"));
      }
    }
  }

  private static UUID takenFromOneWhoIsKilled(TestDatabase own, IssuedKey key, ScriptedServer mail)
      throws IOException {
    Map<String, String> environment = new HashMap<>(own.environmentOfApp());
    environment.putAll(ReceivingServer.environment(mail.port()));
    Path java = Path.of(System.getProperty("java.home"));
    try (RunningApp app = new RunningApp(java, Jars.app(), environment)) {
      app.awaitStart();
      ApiAnswer written =
          app.api(key.token()).post(PATH + "/test", Map.of("recipientAddress", "ada@example.com"));
      await().atMost(SOON).until(() -> !mail.taken().isEmpty());
      app.kill();
      return written.id();
    }
  }

  private static Instant awaitDue(TestDatabase own, UUID id) {
    return await()
        .atMost(SOON)
        .until(() -> Messages.due(own, id), Optional::isPresent)
        .orElseThrow();
  }

  private ApiAnswer awaitAttempts(ATenant tenant, UUID id, int attempts) {
    return await()
        .atMost(SOON)
        .until(
            () -> tenant.api().get(PATH + "/" + id),
            answer -> answer.json().path("attempts").asInt() == attempts);
  }

  private static ApiAnswer awaitStatus(ATenant tenant, UUID id, String status) {
    return await()
        .atMost(SOON)
        .until(
            () -> tenant.api().get(PATH + "/" + id),
            answer -> answer.text("status").equals(status));
  }
}
