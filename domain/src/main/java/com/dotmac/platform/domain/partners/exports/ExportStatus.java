package com.dotmac.platform.domain.partners.exports;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** How far an export is. */
public enum ExportStatus implements Coded {
  /** Waits. */
  REQUESTED("requested"),
  /** Is being made, or will be again by another instance if the one that made it is gone. */
  RUNNING("running"),
  /** Has a file. */
  DONE("done"),
  /** Was given up. */
  FAILED("failed"),
  /** Had a file. */
  EXPIRED("expired");

  private final String code;

  ExportStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<ExportStatus> {
    /** For Hibernate. */
    public Column() {
      super(ExportStatus.class);
    }
  }
}
