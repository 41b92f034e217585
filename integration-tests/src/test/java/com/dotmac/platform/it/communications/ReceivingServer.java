package com.dotmac.platform.it.communications;

import static org.awaitility.Awaitility.await;

import com.dotmac.platform.app.PlatformConfiguration;
import com.dotmac.platform.app.communications.MailSettings;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dropwizard.util.Duration;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A real mail server in this JVM that takes whatever comes and keeps it. */
public final class ReceivingServer implements AutoCloseable {
  private static final String FROM = "no-reply@Billing.example";
  private static final String PUBLIC_URL = "https://billing.example/";

  private final GreenMail server;

  /** One on a free port. */
  public ReceivingServer() {
    this(0);
  }

  private ReceivingServer(int port) {
    server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  /** One on the port that another one had. */
  static ReceivingServer at(int port) {
    return new ReceivingServer(port);
  }

  int port() {
    return server.getSmtp().getPort();
  }

  /** Settings of a platform that sends here, and looks for work often. */
  public Consumer<PlatformConfiguration> settings() {
    return settings(port());
  }

  /** Settings of a platform that sends to this port. */
  static Consumer<PlatformConfiguration> settings(int port) {
    return configuration -> {
      MailSettings mail = configuration.getMail();
      mail.setHost("localhost");
      mail.setPort(port);
      mail.setSecurity(MailSettings.Security.NONE);
      mail.setFrom(FROM);
      mail.setPublicUrl(PUBLIC_URL);
      mail.setTimeout(Duration.seconds(5));
      configuration.getJobs().setPollEvery(Duration.milliseconds(100));
    };
  }

  /** The same settings for a process. */
  static Map<String, String> environment(int port) {
    return Map.of(
        "MAIL_HOST",
        "localhost",
        "MAIL_PORT",
        Integer.toString(port),
        "MAIL_SECURITY",
        "none",
        "MAIL_FROM",
        FROM,
        "MAIL_PUBLIC_URL",
        PUBLIC_URL,
        "JOBS_POLL_EVERY",
        "100ms");
  }

  /** Each copy of a message that came. */
  List<MimeMessage> copiesOf(UUID messageId) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> header(mail, "Message-ID").startsWith("<" + messageId + "@"))
        .toList();
  }

  /** The message, once it has come. */
  MimeMessage awaitCopyOf(UUID messageId) {
    return await("message " + messageId)
        .atMost(java.time.Duration.ofSeconds(30))
        .until(() -> copiesOf(messageId), copies -> !copies.isEmpty())
        .get(0);
  }

  /** The first mail to an address with this in its text, once it has come. */
  public MimeMessage awaitMailTo(String address, String words) {
    return await("a mail to " + address)
        .atMost(java.time.Duration.ofSeconds(30))
        .until(
            () ->
                Arrays.stream(server.getReceivedMessages())
                    .filter(mail -> header(mail, "To").contains(address))
                    .filter(mail -> body(mail).contains(words))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** The one header of that name. */
  public static String header(MimeMessage mail, String name) {
    try {
      String[] values = mail.getHeader(name);
      return values == null ? "" : String.join("|", values);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text. */
  public static String body(MimeMessage mail) {
    try {
      return mail.getContent().toString().replace("\r\n", "\n");
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
