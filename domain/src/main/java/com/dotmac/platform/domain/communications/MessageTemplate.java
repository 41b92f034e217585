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
  USER_INVITATION("user_invitation", "You are invited to %s", true);

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
