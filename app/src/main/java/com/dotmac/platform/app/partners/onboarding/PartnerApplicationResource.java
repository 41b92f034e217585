package com.dotmac.platform.app.partners.onboarding;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.identity.LinkSetUp;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.onboarding.PartnerApplication;
import com.dotmac.platform.domain.partners.onboarding.PartnerApplicationService;
import com.dotmac.platform.domain.partners.onboarding.PartnerApplicationStatus;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applications to become a partner: list, read, approve, reject. */
@Path("/api/v1/partner-applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PartnerApplicationResource {

  private final PartnerApplicationService applications;
  private final LinkSetUp setUp;

  /** A resource over the door. */
  PartnerApplicationResource(PartnerApplicationService applications, LinkSetUp setUp) {
    this.applications = applications;
    this.setUp = setUp;
  }

  /** Lists the applications, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PARTNERS_READ)
  @Answers(value = PartnerApplicationJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable PartnerApplicationStatus status,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        applications.list(caller.scope(), status, PageJson.request(limit, cursor)),
        PartnerApplicationJson.View::of,
        uri);
  }

  /** Reads an application. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PARTNERS_READ)
  @Answers(PartnerApplicationJson.View.class)
  @Refuses(ProblemCode.PARTNER_APPLICATION_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(applications.get(caller.scope(), id));
  }

  /** Makes the applicant a partner, active, and mails him the link by which his owner comes in. */
  @POST
  @Path("/{id}/approve")
  @UnitOfWork
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(PartnerApplicationJson.View.class)
  @Refuses({
    ProblemCode.PARTNER_APPLICATION_NOT_FOUND,
    ProblemCode.PARTNER_APPLICATION_DECIDED,
    ProblemCode.PARTNER_COMPANY_NAME_TAKEN,
    ProblemCode.MAIL_NOT_SET_UP,
    ProblemCode.SEALING_NOT_CONFIGURED
  })
  public Response approve(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid PartnerApplicationJson.@Nullable Approve body) {
    int version = EntityTags.expectedVersion(ifMatch);
    setUp.refuseUnlessComplete();
    return answer(
        applications.approve(
            caller.context().because(body == null ? null : body.reason()), id, version));
  }

  /** Declines an application, and mails that to the applicant. He may apply again. */
  @POST
  @Path("/{id}/reject")
  @UnitOfWork
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(PartnerApplicationJson.View.class)
  @Refuses({ProblemCode.PARTNER_APPLICATION_NOT_FOUND, ProblemCode.PARTNER_APPLICATION_DECIDED})
  public Response reject(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PartnerApplicationJson.Reject body) {
    return answer(
        applications.reject(
            caller.context().because(body.reason()), id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(PartnerApplication application) {
    return Response.ok(PartnerApplicationJson.View.of(application))
        .tag(EntityTags.of(application.version()))
        .build();
  }
}
