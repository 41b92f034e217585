package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Whether a user takes part. */
public enum UserStatus implements Coded {
  /** Takes part, and can sign in. */
  ACTIVE("active"),
  /** Cannot sign in, and may not be chosen for anything new. */
  DISABLED("disabled");

  private final String code;

  UserStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<UserStatus> {
    /** For Hibernate. */
    public Column() {
      super(UserStatus.class);
    }
  }
}
