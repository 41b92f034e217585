package com.dotmac.platform.app.billing.events;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.events.EventFilter;
import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.identity.Permission;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The facts of billing, to read. */
@Path("/api/v1/billing-events")
@Produces(MediaType.APPLICATION_JSON)
public final class BillingEventResource {

  private final BillingEvents events;

  /**
   * A resource over the door.
   *
   * @param events the door
   */
  public BillingEventResource(BillingEvents events) {
    this.events = events;
  }

  /** Lists what happened, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.INVOICES_READ)
  @Answers(value = BillingEventJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("type") @Nullable EventType type,
      @QueryParam("aggregateId") @Nullable UUID aggregateId,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        events.list(
            caller.scope(), new EventFilter(type, aggregateId), PageJson.request(limit, cursor)),
        BillingEventJson.View::of,
        uri);
  }
}
