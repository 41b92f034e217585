package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Standing of a partner in the programme. */
public enum PartnerTier implements Coded {
  /** The first. */
  BRONZE("bronze"),
  /** The second. */
  SILVER("silver"),
  /** The third. */
  GOLD("gold"),
  /** The fourth. */
  PLATINUM("platinum"),
  /** Outside the ladder, by agreement. */
  DIRECT("direct");

  private final String code;

  PartnerTier(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<PartnerTier> {
    /** For Hibernate. */
    public Column() {
      super(PartnerTier.class);
    }
  }
}
