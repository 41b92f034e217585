package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Where a partner stands in his life; {@link PartnerStates} says which step may follow. */
public enum PartnerStatus implements Coded {
  /** Known, not yet at work. */
  PENDING("pending"),
  /** At work. */
  ACTIVE("active"),
  /** Stopped for a while. */
  SUSPENDED("suspended"),
  /** Ended for good; the books stay open to read. */
  TERMINATED("terminated"),
  /** Out of sight; the company name is free again. */
  ARCHIVED("archived");

  private final String code;

  PartnerStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<PartnerStatus> {
    /** For Hibernate. */
    public Column() {
      super(PartnerStatus.class);
    }
  }
}
