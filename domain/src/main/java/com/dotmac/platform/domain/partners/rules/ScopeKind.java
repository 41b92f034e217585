package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** What is said of a product or a customer that a rule names. */
public enum ScopeKind implements Coded {
  /** The rule is for this product, and for others that are named like it. */
  PRODUCT("product"),
  /** The rule is not for this product. */
  EXCLUDED_PRODUCT("excluded_product"),
  /** The rule is for this customer, and for others that are named like it. */
  CUSTOMER("customer");

  private final String code;

  ScopeKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<ScopeKind> {
    /** For Hibernate. */
    public Column() {
      super(ScopeKind.class);
    }
  }
}
