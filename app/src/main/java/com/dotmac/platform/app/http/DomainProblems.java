package com.dotmac.platform.app.http;

import com.dotmac.platform.app.http.Problem.Fault;
import com.dotmac.platform.domain.sealing.SealingException;
import com.dotmac.platform.domain.shared.DomainException;
import com.dotmac.platform.domain.shared.Placed;
import com.dotmac.platform.domain.shared.VersionConflictException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns each refusal of the domain into its problem.
 *
 * <p>A feature registers a whole sealed family at once, and a case that it forgot is found at start
 * and not by a customer.
 */
public final class DomainProblems implements ExceptionMapper<DomainException> {

  private final Map<Class<?>, ProblemCode> codes = new ConcurrentHashMap<>();

  /** The refusals that every feature shares. */
  public DomainProblems() {
    codes.put(VersionConflictException.class, ProblemCode.VERSION_CONFLICT);
    add(
        SealingException.class,
        Map.of(SealingException.NotConfigured.class, ProblemCode.SEALING_NOT_CONFIGURED));
  }

  /**
   * Adds a family of refusals.
   *
   * @param family the sealed class
   * @param problems problem of each of its cases
   * @throws IllegalArgumentException if a case is missing
   */
  public void add(
      Class<? extends DomainException> family,
      Map<Class<? extends DomainException>, ProblemCode> problems) {
    for (Class<?> refusal : family.getPermittedSubclasses()) {
      if (!problems.containsKey(refusal)) {
        throw new IllegalArgumentException("No problem code for " + refusal.getName());
      }
    }
    codes.putAll(problems);
  }

  @Override
  public Response toResponse(DomainException refusal) {
    ProblemCode code = codes.get(refusal.getClass());
    if (code == null) {
      throw new IllegalStateException("No problem code for " + refusal.getClass().getName());
    }
    String said = String.valueOf(refusal.getMessage());
    return refusal instanceof Placed placed
        ? Problem.of(
                code, "A field of the body is wrong.", List.of(Fault.at(placed.pointer(), said)))
            .response()
        : Problem.of(code, said, List.of()).response();
  }
}
