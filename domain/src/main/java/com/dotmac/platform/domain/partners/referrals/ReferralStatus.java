package com.dotmac.platform.domain.partners.referrals;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Where a referral stands; {@link ReferralStates} says which step may follow. */
public enum ReferralStatus implements Coded {
  /** Was named. */
  NEW("new"),
  /** Somebody has spoken to the prospect. */
  CONTACTED("contacted"),
  /** The prospect fits. */
  QUALIFIED("qualified"),
  /** The prospect is a customer, whom the partner looks after. */
  CONVERTED("converted"),
  /** Nothing came of it. */
  LOST("lost"),
  /** It never was a prospect. */
  INVALID("invalid");

  private final String code;

  ReferralStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<ReferralStatus> {
    /** For Hibernate. */
    public Column() {
      super(ReferralStatus.class);
    }
  }
}
