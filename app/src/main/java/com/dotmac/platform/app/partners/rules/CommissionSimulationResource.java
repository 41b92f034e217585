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

/** What partners would earn if a rule said something else. Changes nothing. */
@Path("/api/v1/partner-commissions/simulate")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CommissionSimulationResource {

  private final RuleEnquiryService enquiries;

  /** A resource over the door. */
  CommissionSimulationResource(RuleEnquiryService enquiries) {
    this.enquiries = enquiries;
  }

  /** Says what sales would earn with a draft of a rule, beside what they earn now. */
  @POST
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = CommissionSimulationJson.View.class, tag = false)
  @Refuses({
    ProblemCode.PARTNER_NOT_FOUND,
    ProblemCode.COMMISSION_NOT_FOUND,
    ProblemCode.CUSTOMER_NOT_FOUND,
    ProblemCode.PRODUCT_NOT_FOUND
  })
  public CommissionSimulationJson.View simulate(
      @Auth Caller caller, @NotNull @Valid CommissionSimulationJson.Question body) {
    return CommissionSimulationJson.View.of(
        enquiries.simulate(
            caller.scope(), body.partnerId(), body.draft(), body.sales(caller.context().at())));
  }
}
