package com.dotmac.platform.domain.customers;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Whether a customer takes part in anything new. */
public enum CustomerStatus implements Coded {
  /** Does. */
  ACTIVE("active"),
  /** Kept for the books, closed to anything new. */
  ARCHIVED("archived");

  private final String code;

  CustomerStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<CustomerStatus> {
    /** For Hibernate. */
    public Column() {
      super(CustomerStatus.class);
    }
  }
}
