package com.dotmac.platform.domain.customers;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** What a person is asked about at a customer's. */
public enum ContactRole implements Coded {
  /** Invoices and payments. */
  BILLING("billing"),
  /** Contracts, and who decides. */
  BUSINESS("business"),
  /** What was bought, at work. */
  TECHNICAL("technical"),
  /** Something else. */
  OTHER("other");

  private final String code;

  ContactRole(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<ContactRole> {
    /** For Hibernate. */
    public Column() {
      super(ContactRole.class);
    }
  }
}
