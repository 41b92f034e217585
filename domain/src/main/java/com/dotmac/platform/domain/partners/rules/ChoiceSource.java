package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** What kind of thing decides how much a partner earns. */
public enum ChoiceSource implements Coded {
  /** The rate that was agreed for the customer. */
  ACCOUNT("account"),
  /** A rule. */
  RULE("rule"),
  /** The rate of the partner. */
  PARTNER("partner"),
  /** Nothing, so that nothing is earned. */
  NONE("none");

  private final String code;

  ChoiceSource(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<ChoiceSource> {
    /** For Hibernate. */
    public Column() {
      super(ChoiceSource.class);
    }
  }
}
