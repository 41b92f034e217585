package com.dotmac.platform.domain.identity.links;

import com.dotmac.platform.domain.communications.MessageTemplate;
import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;
import java.time.Duration;

/** What a link is for. One that was made for something else opens nothing. */
public enum LinkPurpose implements Coded {
  /** Choose a new password in place of one that was forgotten; good for an hour. */
  PASSWORD_RESET("password_reset", MessageTemplate.PASSWORD_RESET, Duration.ofHours(1)),
  /** Show that an address is one's own; good for three days. */
  EMAIL_VERIFICATION("email_verification", MessageTemplate.EMAIL_VERIFICATION, Duration.ofDays(3)),
  /** Choose the first password; good for seven days. */
  INVITATION("invitation", MessageTemplate.USER_INVITATION, Duration.ofDays(7));

  private final String code;
  private final MessageTemplate template;
  private final Duration life;

  LinkPurpose(String code, MessageTemplate template, Duration life) {
    this.code = code;
    this.template = template;
    this.life = life;
  }

  @Override
  public String code() {
    return code;
  }

  /** How long a link is good. */
  public Duration life() {
    return life;
  }

  /** The mail that carries it. */
  MessageTemplate template() {
    return template;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<LinkPurpose> {
    /** For Hibernate. */
    public Column() {
      super(LinkPurpose.class);
    }
  }
}
