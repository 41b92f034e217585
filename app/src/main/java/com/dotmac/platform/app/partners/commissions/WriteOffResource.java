package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.idempotency.IdempotencyRequired;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.commissions.CommissionEventService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Currency;
import java.util.UUID;

/** What a partner is let off. */
@Path("/api/v1/partners/{partnerId}/write-offs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WriteOffResource {

  private final CommissionEventService events;

  /** A resource over the door. */
  WriteOffResource(CommissionEventService events) {
    this.events = events;
  }

  /** Lets the partner off what he owes in a currency; waits to be approved. */
  @POST
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.COMMISSIONS_WRITE)
  @Answers(value = CommissionEventJson.View.class, status = 201)
  @Refuses({ProblemCode.PARTNER_NOT_FOUND, ProblemCode.PARTNER_OWES_NOTHING})
  public Response writeOff(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @NotNull @Valid CommissionEventJson.WriteOff body,
      @Context UriInfo uri) {
    return WrittenByHand.answer(
        events.writeOff(
            caller.context().because(body.reason()),
            partnerId,
            Currency.getInstance(body.currency())),
        uri);
  }
}
