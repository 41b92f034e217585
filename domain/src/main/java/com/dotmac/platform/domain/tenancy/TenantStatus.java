package com.dotmac.platform.domain.tenancy;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Whether a tenant may use the platform. */
public enum TenantStatus implements Coded {
  /** May. */
  ACTIVE("active"),
  /** May not: each of its credentials is refused. */
  SUSPENDED("suspended");

  private final String code;

  TenantStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<TenantStatus> {
    /** For Hibernate. */
    public Column() {
      super(TenantStatus.class);
    }
  }
}
