package com.dotmac.platform.app.partners.rules;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.domain.partners.rules.CommissionException;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Puts rules of commission on the wire. */
public final class CommissionEndpoints {

  private CommissionEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param doors the doors to rules
   */
  public static void register(
      JerseyEnvironment jersey, DomainProblems problems, CommissionDoors doors) {
    problems.add(
        CommissionException.class,
        Map.of(
            CommissionException.NotFound.class, ProblemCode.COMMISSION_NOT_FOUND,
            CommissionException.NameTaken.class, ProblemCode.COMMISSION_NAME_TAKEN,
            CommissionException.Archived.class, ProblemCode.COMMISSION_ARCHIVED,
            CommissionException.VersionTooEarly.class, ProblemCode.COMMISSION_VERSION_TOO_EARLY,
            CommissionException.VersionsOverlap.class, ProblemCode.COMMISSION_VERSIONS_OVERLAP,
            CommissionException.TermsWrong.class, ProblemCode.VALIDATION_FAILED));
    jersey.register(new CommissionResource(doors.commissions()));
    jersey.register(new CommissionExplanationResource(doors.enquiries()));
    jersey.register(new CommissionSimulationResource(doors.enquiries()));
    jersey.register(new CommissionReplayResource(doors.replay()));
  }
}
