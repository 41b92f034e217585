package com.dotmac.platform.domain.shared;

import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Turns the violation of a named constraint into the refusal that it means.
 *
 * <p>The constraint is the rule and the only check that holds under concurrency; asking first would
 * only add a race.
 */
public final class ConstraintRefusals {

  private final Map<String, Supplier<? extends DomainException>> refusals;

  /**
   * Refusals by constraint.
   *
   * @param refusals constraint name and what its violation means
   */
  public ConstraintRefusals(Map<String, Supplier<? extends DomainException>> refusals) {
    this.refusals = Map.copyOf(refusals);
  }

  /**
   * Sends what the session holds to the database, so that a violation surfaces in the verb that
   * caused it.
   *
   * @throws DomainException if a known constraint was violated; the transaction can then only be
   *     rolled back
   */
  public void flush(Session session) {
    try {
      session.flush();
    } catch (ConstraintViolationException e) {
      Supplier<? extends DomainException> refusal = refusals.get(constraint(e));
      throw refusal == null ? e : refusal.get();
    }
  }

  /**
   * The name as the server sends it beside the message. Hibernate looks for it in the words of the
   * message: it finds none for an exclusion constraint, nor on a server that speaks no English.
   */
  private static String constraint(ConstraintViolationException e) {
    ServerErrorMessage error =
        e.getSQLException() instanceof PSQLException violation
            ? violation.getServerErrorMessage()
            : null;
    return String.valueOf(error == null ? e.getConstraintName() : error.getConstraint());
  }
}
