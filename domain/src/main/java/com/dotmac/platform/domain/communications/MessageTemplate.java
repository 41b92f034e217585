package com.dotmac.platform.domain.communications;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/**
 * Kinds of message. The words of each, below its subject, are a file of the application that is
 * called like its code.
 */
public enum MessageTemplate implements Coded {
  /** Shows that mail arrives. */
  TEST("test", "Test message of %s", false),
  /** Lets somebody choose a new password. */
  PASSWORD_RESET("password_reset", "Choose a new password for %s", true),
  /** Tells somebody that his password was changed. */
  PASSWORD_CHANGED("password_changed", "Your password for %s was changed", false),
  /** Lets somebody show that an address is his. */
  EMAIL_VERIFICATION("email_verification", "Confirm your e-mail address for %s", true),
  /** Lets somebody choose his first password. */
  USER_INVITATION("user_invitation", "You are invited to %s", true),
  /** Lets somebody act for a partner. */
  PARTNER_INVITATION("partner_invitation", "You are invited to the partner portal of %s", true),
  /** Tells somebody that his application to become a partner is there. */
  PARTNER_APPLICATION_RECEIVED(
      "partner_application_received", "Your application to become a partner of %s", false),
  /** Tells somebody that he is a partner now. */
  PARTNER_APPLICATION_APPROVED(
      "partner_application_approved", "You are a partner of %s now", false),
  /** Tells somebody that he does not become a partner. */
  PARTNER_APPLICATION_REJECTED(
      "partner_application_rejected", "Your application to become a partner of %s", false);

  private final String code;
  private final String subject;
  private final boolean secret;

  MessageTemplate(String code, String subject, boolean secret) {
    this.code = code;
    this.subject = subject;
    this.secret = secret;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether the message carries a secret, which is kept sealed until it is sent. */
  public boolean carriesSecret() {
    return secret;
  }

  String subject(String tenantName) {
    return OneLine.of(subject.formatted(tenantName), Message.LONGEST_SUBJECT);
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<MessageTemplate> {
    /** For Hibernate. */
    public Column() {
      super(MessageTemplate.class);
    }
  }
}
