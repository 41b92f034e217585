package com.dotmac.platform.domain.shared;

import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

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
      Supplier<? extends DomainException> refusal =
          refusals.get(String.valueOf(e.getConstraintName()));
      throw refusal == null ? e : refusal.get();
    }
  }
}
