package com.dotmac.platform.domain.partners.statements;

import com.dotmac.platform.domain.shared.DomainException;
import java.time.Instant;
import java.time.YearMonth;

/** Refusals about statements and figures of partners. */
public abstract sealed class StatementException extends DomainException {

  private static final long serialVersionUID = 1L;

  private StatementException(String message) {
    super(message);
  }

  /** The tenant, or the partner who asks, has no such statement. */
  public static final class NotFound extends StatementException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such statement.");
    }
  }

  /** The month is not over, or only just. */
  public static final class PeriodOpen extends StatementException {
    private static final long serialVersionUID = 1L;

    PeriodOpen(YearMonth month, Instant closesAt) {
      super("The month " + month + " can be stated from " + closesAt + " on, and not before.");
    }
  }

  /** A period ends before it begins, or is longer than anybody needs. */
  public static final class BadRange extends StatementException {
    private static final long serialVersionUID = 1L;

    BadRange(String message) {
      super(message);
    }
  }
}
