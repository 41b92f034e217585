package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** How an account is paid to. */
public enum PayeeMethod implements Coded {
  /** By its international number. */
  IBAN("iban"),
  /** By its number at its bank. */
  ACCOUNT_NUMBER("account_number");

  private final String code;

  PayeeMethod(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<PayeeMethod> {
    /** For Hibernate. */
    public Column() {
      super(PayeeMethod.class);
    }
  }
}
