package com.dotmac.platform.domain.partners.exports;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** What is exported. */
public enum ExportKind implements Coded {
  /** Lines of commission, by when their facts happened. */
  COMMISSION_LINES("commission_lines");

  private final String code;

  ExportKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<ExportKind> {
    /** For Hibernate. */
    public Column() {
      super(ExportKind.class);
    }
  }
}
