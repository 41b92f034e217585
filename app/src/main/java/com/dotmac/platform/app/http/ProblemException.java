package com.dotmac.platform.app.http;

import com.dotmac.platform.app.http.Problem.Fault;
import java.util.List;

/** A refusal that is about HTTP itself and no feature. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<Fault> faults;

  /**
   * A refusal.
   *
   * @param code kind of problem
   * @param detail what happened this time
   * @param faults the single faults
   */
  public ProblemException(ProblemCode code, String detail, Fault... faults) {
    super(detail, null, false, false);
    this.code = code;
    this.faults = List.of(faults);
  }

  /** The problem that the caller sees. */
  Problem problem() {
    return Problem.of(code, String.valueOf(getMessage()), faults);
  }
}
