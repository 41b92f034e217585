package com.dotmac.platform.app.communications;

import com.dotmac.platform.domain.communications.Letter;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters to the mail server, one connection for each. Safe for use by several threads. */
final class MailServer {

  private static final Logger LOGGER = LoggerFactory.getLogger(MailServer.class);
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailSettings settings;
  private final MessageTexts texts;
  private final Session session;

  /**
   * A mail server.
   *
   * @param settings with a host
   * @param texts the words of letters
   */
  MailServer(MailSettings settings, MessageTexts texts) {
    this.settings = settings;
    this.texts = texts;
    session = Session.getInstance(properties(settings));
  }

  /**
   * Hands a letter over.
   *
   * @param at instant that stands in it
   * @throws MessagingException if the mail server did not take it, or did not say that it did
   */
  void send(Letter letter, Instant at) throws MessagingException {
    MimeMessage mail = mail(letter, at);
    Transport transport = session.getTransport();
    try {
      transport.connect(
          settings.getHost(),
          settings.getPort(),
          settings.getUser().isEmpty() ? null : settings.getUser(),
          settings.getUser().isEmpty() ? null : settings.getPassword());
      transport.sendMessage(mail, mail.getAllRecipients());
    } finally {
      close(transport);
    }
  }

  private MimeMessage mail(Letter letter, Instant at) throws MessagingException {
    MimeMessage mail = new Identified(session, "<" + letter.id() + "@" + settings.domain() + ">");
    mail.setFrom(mailbox(settings.getFrom(), letter.tenantName()));
    mail.setRecipient(
        RecipientType.TO, mailbox(letter.recipient().address(), letter.recipient().name()));
    mail.setSubject(letter.subject(), UTF_8);
    mail.setSentDate(Date.from(at));
    // Tells robots not to answer (RFC 3834).
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setText(texts.body(letter), UTF_8);
    mail.saveChanges();
    return mail;
  }

  private static InternetAddress mailbox(String address, @Nullable String name)
      throws MessagingException {
    InternetAddress mailbox = new InternetAddress(address, true);
    try {
      mailbox.setPersonal(name, UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java platform has UTF-8", e);
    }
    return mailbox;
  }

  /** A farewell that fails undoes nothing: the letter was taken, or its own failure is known. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOGGER.debug("The mail server did not say good-bye", e);
    }
  }

  private static Properties properties(MailSettings settings) {
    String timeout = Long.toString(settings.getTimeout().toMilliseconds());
    boolean tls = settings.getSecurity() == MailSettings.Security.TLS;
    boolean startTls = settings.getSecurity() == MailSettings.Security.STARTTLS;
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.connectiontimeout", timeout);
    properties.put("mail.smtp.timeout", timeout);
    properties.put("mail.smtp.writetimeout", timeout);
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.auth", Boolean.toString(!settings.getUser().isEmpty()));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
    return properties;
  }

  /** A mail that is called the same each time it is sent, so that a second copy can be told. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
