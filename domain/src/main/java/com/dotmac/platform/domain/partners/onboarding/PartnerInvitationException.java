package com.dotmac.platform.domain.partners.onboarding;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about invitations of people of a partner. */
public abstract sealed class PartnerInvitationException extends DomainException {

  private static final long serialVersionUID = 1L;

  private PartnerInvitationException(String message) {
    super(message);
  }

  /** The partner has no such invitation. */
  public static final class NotFound extends PartnerInvitationException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("The partner has no such invitation.");
    }
  }

  /** The address is invited already. */
  public static final class Open extends PartnerInvitationException {
    private static final long serialVersionUID = 1L;

    Open() {
      super("This address is invited already; send that invitation again, or revoke it.");
    }
  }

  /** The invitation was accepted, revoked, or its time is over. */
  public static final class Ended extends PartnerInvitationException {
    private static final long serialVersionUID = 1L;

    Ended() {
      super("The invitation is not pending any more; invite anew.");
    }
  }

  /** The address got enough such mails for now. */
  public static final class MailedTooOften extends PartnerInvitationException {
    private static final long serialVersionUID = 1L;

    MailedTooOften() {
      super("This address was invited five times in a day; try again later.");
    }
  }

  /** A user of the tenant has the address. */
  public static final class LoginExists extends PartnerInvitationException {
    private static final long serialVersionUID = 1L;

    LoginExists() {
      super("The address has a login; sign in with it and accept the invitation then.");
    }
  }
}
