package com.dotmac.platform.app.partners.rules;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.rules.RuleEnquiryService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;

/** Why a partner earns what he earns. Changes nothing. */
@Path("/api/v1/partner-commissions/explain")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CommissionExplanationResource {

  private final RuleEnquiryService enquiries;

  /** A resource over the door. */
  CommissionExplanationResource(RuleEnquiryService enquiries) {
    this.enquiries = enquiries;
  }

  /** Says what decides about a sale, and what became of each rule. */
  @POST
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = CommissionExplanationJson.View.class, tag = false)
  @Refuses({
    ProblemCode.PARTNER_NOT_FOUND,
    ProblemCode.CUSTOMER_NOT_FOUND,
    ProblemCode.PRODUCT_NOT_FOUND
  })
  public CommissionExplanationJson.View explain(
      @Auth Caller caller, @NotNull @Valid CommissionExplanationJson.Question body) {
    return CommissionExplanationJson.View.of(
        enquiries.explain(
            caller.scope(),
            body.partnerId(),
            body.line(),
            Objects.requireNonNullElse(body.at(), caller.context().at())));
  }
}
