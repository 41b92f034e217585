package com.dotmac.platform.domain.identity.links;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Why a link opens nothing any more, before its time is over. */
enum LinkEnd implements Coded {
  /** It was used. */
  USED("used"),
  /** A newer one of its purpose was mailed. */
  REPLACED("replaced");

  private final String code;

  LinkEnd(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<LinkEnd> {
    /** For Hibernate. */
    public Column() {
      super(LinkEnd.class);
    }
  }
}
