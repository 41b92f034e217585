package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** What decided by what a partner earns. */
public enum TermsSource implements Coded {
  /** The rate that was agreed for the customer. */
  ACCOUNT("account"),
  /** A rule. */
  RULE("rule"),
  /** The rate that was agreed with the partner. */
  PARTNER("partner"),
  /** Nothing: nothing is earned. */
  NONE("none");

  private final String code;

  TermsSource(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** The source with a code. */
  static TermsSource of(String code) {
    for (TermsSource source : values()) {
      if (source.code.equals(code)) {
        return source;
      }
    }
    throw new IllegalArgumentException("No such source: " + code);
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<TermsSource> {
    /** For Hibernate. */
    public Column() {
      super(TermsSource.class);
    }
  }
}
