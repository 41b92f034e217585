package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Whether something of the catalogue is for anything new. */
public enum CatalogStatus implements Coded {
  /** Is. */
  ACTIVE("active"),
  /** Kept for what was sold with it; closed to changes and to anything new, for good. */
  ARCHIVED("archived");

  private final String code;

  CatalogStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<CatalogStatus> {
    /** For Hibernate. */
    public Column() {
      super(CatalogStatus.class);
    }
  }
}
