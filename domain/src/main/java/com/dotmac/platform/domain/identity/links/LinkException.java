package com.dotmac.platform.domain.identity.links;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about links that are mailed. */
public abstract sealed class LinkException extends DomainException {

  private static final long serialVersionUID = 1L;

  private LinkException(String message) {
    super(message);
  }

  /** The link opens nothing; why is nobody's business who does not read the person's mail. */
  public static final class Refused extends LinkException {
    private static final long serialVersionUID = 1L;

    /** The same refusal whatever the reason is. */
    public Refused() {
      super("The link was used, has expired, or a newer one took its place; ask for another one.");
    }
  }

  /** The person got such a mail a moment ago, or too many of them in a day. */
  public static final class MailedRecently extends LinkException {
    private static final long serialVersionUID = 1L;

    MailedRecently() {
      super(
          "Such a mail was written less than a minute ago, or five times in a day; try again later.");
    }
  }

  /** The user is disabled, and so not invited. */
  public static final class UserDisabled extends LinkException {
    private static final long serialVersionUID = 1L;

    UserDisabled() {
      super("The user is disabled; enable him first.");
    }
  }

  /** The user has a password, and so needs no invitation. */
  public static final class HasPassword extends LinkException {
    private static final long serialVersionUID = 1L;

    HasPassword() {
      super("The user has a password; who forgot it asks for a new one himself.");
    }
  }
}
