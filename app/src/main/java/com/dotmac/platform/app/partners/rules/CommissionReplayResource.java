package com.dotmac.platform.app.partners.rules;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.commissions.CommissionReplayService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a period would have come to if a rule had said something else. Changes nothing. */
@Path("/api/v1/partner-commissions/replay")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CommissionReplayResource {

  private final CommissionReplayService replay;

  /** A resource over the door. */
  CommissionReplayResource(CommissionReplayService replay) {
    this.replay = replay;
  }

  /** Says what a period would have come to with a draft of a rule, beside what it came to. */
  @POST
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = CommissionReplayJson.View.class, tag = false)
  @Refuses({
    ProblemCode.PARTNER_NOT_FOUND,
    ProblemCode.COMMISSION_NOT_FOUND,
    ProblemCode.CUSTOMER_NOT_FOUND,
    ProblemCode.PRODUCT_NOT_FOUND
  })
  public CommissionReplayJson.View replay(
      @Auth Caller caller, @NotNull @Valid CommissionReplayJson.Question body) {
    return CommissionReplayJson.View.of(
        body,
        replay.replay(caller.scope(), body.partnerId(), body.draft(), body.from(), body.to()));
  }
}
