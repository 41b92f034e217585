package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** What moved a partner to another tier. */
public enum TierMoveCause implements Coded {
  /** People. */
  MANUAL("manual"),
  /** The numbers. */
  COMPUTED("computed");

  private final String code;

  TierMoveCause(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<TierMoveCause> {
    /** For Hibernate. */
    public Column() {
      super(TierMoveCause.class);
    }
  }
}
