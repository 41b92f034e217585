package com.dotmac.platform.domain.identity.signin;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Why a session was ended before its time. */
public enum SessionEnd implements Coded {
  /** The person ended it. */
  SIGNED_OUT("signed_out"),
  /** A refresh token came a second time: somebody has a copy. */
  TOKEN_REUSED("token_reused"),
  /** The person changed his password in another session. */
  PASSWORD_CHANGED("password_changed"),
  /** The password was set by somebody who did not know the old one. */
  PASSWORD_RESET("password_reset"),
  /** The user was disabled. */
  USER_DISABLED("user_disabled"),
  /** An administrator turned the second factor off, because the person could not show a code. */
  SECOND_FACTOR_RESET("second_factor_reset");

  private final String code;

  SessionEnd(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<SessionEnd> {
    /** For Hibernate. */
    public Column() {
      super(SessionEnd.class);
    }
  }
}
