package com.dotmac.platform.domain.partners.onboarding;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Where an invitation stands. Only one that is pending opens anything. */
public enum PartnerInvitationStatus implements Coded {
  /** Was mailed and is good. */
  PENDING("pending"),
  /** Was used: who was invited acts for the partner. */
  ACCEPTED("accepted"),
  /** Its time is over. */
  EXPIRED("expired"),
  /** Was taken back. */
  REVOKED("revoked");

  private final String code;

  PartnerInvitationStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<PartnerInvitationStatus> {
    /** For Hibernate. */
    public Column() {
      super(PartnerInvitationStatus.class);
    }
  }
}
