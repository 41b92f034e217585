package com.dotmac.platform.domain.tenancy;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param kind what sort of actor
 * @param id the API key or user; {@code null} for an operator, who has no row, and for the platform
 *     itself
 * @param name name at this moment, for people who read the audit trail
 */
public record Actor(Kind kind, @Nullable UUID id, String name) {

  /** Sorts of actors. */
  public enum Kind implements Coded {
    /** A program with an API key. */
    API_KEY("api_key"),
    /** A person who signed in. */
    USER("user"),
    /** A person at the command line of the server. */
    OPERATOR("operator"),
    /** The platform itself, at work that was planned: renewals, due dates, retries. */
    SYSTEM("system");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }

    /** Stores the code. */
    @Converter
    public static final class Column extends CodeConverter<Kind> {
      /** For Hibernate. */
      public Column() {
        super(Kind.class);
      }
    }
  }

  /**
   * A person at the command line.
   *
   * @param name name of the account at the operating system
   */
  public static Actor operator(String name) {
    return new Actor(Kind.OPERATOR, null, name);
  }

  /**
   * The platform itself.
   *
   * @param job which of its jobs acts, {@code overdue-invoices}
   */
  public static Actor system(String job) {
    return new Actor(Kind.SYSTEM, null, job);
  }
}
