package com.dotmac.platform.domain.partners.onboarding;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Where an application stands; it is decided once. */
public enum PartnerApplicationStatus implements Coded {
  /** Waits for a decision. */
  PENDING("pending"),
  /** The company became a partner. */
  APPROVED("approved"),
  /** It did not; it may apply again. */
  REJECTED("rejected");

  private final String code;

  PartnerApplicationStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<PartnerApplicationStatus> {
    /** For Hibernate. */
    public Column() {
      super(PartnerApplicationStatus.class);
    }
  }
}
