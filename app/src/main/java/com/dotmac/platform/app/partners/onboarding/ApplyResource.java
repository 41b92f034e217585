package com.dotmac.platform.app.partners.onboarding;

import com.dotmac.platform.app.auth.OpenToAll;
import com.dotmac.platform.app.auth.TenantSlugs;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.http.RequestId;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.partners.onboarding.PartnerApplicationException;
import com.dotmac.platform.domain.partners.onboarding.PartnerApplicationService;
import com.dotmac.platform.domain.partners.onboarding.PartnerApplicationStatus;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Companies apply to become partners of a tenant; nobody asks them who they are. */
@Path("/api/v1/apply/{tenantSlug}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ApplyResource {

  private final PartnerApplicationService applications;
  private final TenantSlugs slugs;
  private final UnitsOfWork unitsOfWork;
  private final Clock clock;

  /**
   * A resource over the door.
   *
   * @param applications the door
   * @param slugs finds the tenant
   * @param unitsOfWork where the step runs
   * @param clock tells the instant of the request
   */
  ApplyResource(
      PartnerApplicationService applications,
      TenantSlugs slugs,
      UnitsOfWork unitsOfWork,
      Clock clock) {
    this.applications = applications;
    this.slugs = slugs;
    this.unitsOfWork = unitsOfWork;
    this.clock = clock;
  }

  /**
   * Takes an application in; the answer is the same for everybody, whether or not one with the
   * address waits.
   */
  @POST
  @OpenToAll
  @Answers(value = PartnerApplicationJson.Received.class, status = 202, tag = false)
  @Refuses(ProblemCode.PARTNER_APPLICATIONS_CLOSED)
  public Response apply(
      @PathParam("tenantSlug") @Size(max = 63) String tenantSlug,
      @NotNull @Valid PartnerApplicationJson.Create body) {
    TenantScope scope = slugs.find(tenantSlug).orElseThrow(PartnerApplicationException.Closed::new);
    CallContext context =
        new CallContext(
            scope,
            Actor.system("partner-applications"),
            clock.instant(),
            null,
            RequestId.current());
    try {
      unitsOfWork.in(scope, () -> applications.submit(context, body.details()));
    } catch (PartnerApplicationException.Open e) {
      // Nobody learns who has applied.
      return received();
    }
    return received();
  }

  private static Response received() {
    return Response.accepted(new PartnerApplicationJson.Received(PartnerApplicationStatus.PENDING))
        .build();
  }
}
