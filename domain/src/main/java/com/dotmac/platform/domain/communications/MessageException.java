package com.dotmac.platform.domain.communications;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about messages. */
public abstract sealed class MessageException extends DomainException {

  private static final long serialVersionUID = 1L;

  private MessageException(String message) {
    super(message);
  }

  /** The tenant has no such message. */
  public static final class NotFound extends MessageException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("The message does not exist.");
    }
  }

  /** A mail server took the message: it needs no second chance. */
  public static final class AlreadySent extends MessageException {
    private static final long serialVersionUID = 1L;

    AlreadySent() {
      super("The message was sent already.");
    }
  }

  /** What the message says is of no use any more. */
  public static final class Expired extends MessageException {
    private static final long serialVersionUID = 1L;

    Expired() {
      super("The message is of no use any more; let its cause happen again.");
    }
  }

  /** The address is not that of one mailbox. */
  public static final class InvalidRecipient extends MessageException {
    private static final long serialVersionUID = 1L;

    InvalidRecipient() {
      super("The address is not that of a mailbox, such as ada@example.com.");
    }
  }
}
