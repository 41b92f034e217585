package com.dotmac.platform.domain.communications;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Where a message stands. */
public enum MessageStatus implements Coded {
  /** Waits to be sent, for the first time or again. */
  PENDING("pending"),
  /** A mail server took it. */
  SENT("sent"),
  /** Was given up. */
  FAILED("failed");

  private final String code;

  MessageStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<MessageStatus> {
    /** For Hibernate. */
    public Column() {
      super(MessageStatus.class);
    }
  }
}
