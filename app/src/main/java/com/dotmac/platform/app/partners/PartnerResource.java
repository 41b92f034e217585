package com.dotmac.platform.app.partners;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.partners.PartnerFilter;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.PartnerStatus;
import com.dotmac.platform.domain.partners.PartnerTier;
import com.dotmac.platform.domain.tenancy.CallContext;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

/** Partners: create, read, list, change, and the steps of their life. */
@Path("/api/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PartnerResource {

  private final PartnerService partners;

  /** A resource over the door. */
  PartnerResource(PartnerService partners) {
    this.partners = partners;
  }

  /** Creates a partner, pending. */
  @POST
  @UnitOfWork
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(value = PartnerJson.View.class, status = 201)
  @Refuses({ProblemCode.PARTNER_COMPANY_NAME_TAKEN, ProblemCode.PARTNER_EXTERNAL_ID_TAKEN})
  public Response create(
      @Auth Caller caller, @NotNull @Valid PartnerJson.Create body, @Context UriInfo uri) {
    Partner partner = partners.create(caller.context(), body.details());
    return Response.created(uri.getAbsolutePathBuilder().path(partner.id().toString()).build())
        .tag(EntityTags.of(partner.version()))
        .entity(PartnerJson.View.of(partner))
        .build();
  }

  /** Lists partners, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PARTNERS_READ)
  @Answers(value = PartnerJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable PartnerStatus status,
      @QueryParam("tier") @Nullable PartnerTier tier,
      @QueryParam("search") @Nullable @Size(min = 1, max = 100) String search,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        partners.list(
            caller.scope(),
            new PartnerFilter(status, tier, search),
            PageJson.request(limit, cursor)),
        PartnerJson.View::of,
        uri);
  }

  /** Reads a partner. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PARTNERS_READ)
  @Answers(PartnerJson.View.class)
  @Refuses(ProblemCode.PARTNER_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(partners.get(caller.scope(), id));
  }

  /** Reads a partner by his number. */
  @GET
  @Path("/by-number/{number}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PARTNERS_READ)
  @Answers(PartnerJson.View.class)
  @Refuses(ProblemCode.PARTNER_NOT_FOUND)
  public Response readByNumber(@Auth Caller caller, @PathParam("number") String number) {
    return answer(partners.getByNumber(caller.scope(), number));
  }

  /** Changes what is said of a partner. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(PartnerJson.View.class)
  @Refuses({
    ProblemCode.PARTNER_NOT_FOUND,
    ProblemCode.PARTNER_ARCHIVED,
    ProblemCode.PARTNER_COMPANY_NAME_TAKEN,
    ProblemCode.PARTNER_EXTERNAL_ID_TAKEN
  })
  public Response change(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PartnerJson.Change body) {
    return answer(
        partners.change(
            caller.context(), id, EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  /** Brings a partner to work. */
  @POST
  @Path("/{id}/activate")
  @UnitOfWork
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(PartnerJson.View.class)
  @Refuses({ProblemCode.PARTNER_NOT_FOUND, ProblemCode.PARTNER_STEP_NOT_ALLOWED})
  public Response activate(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid PartnerJson.@Nullable Step step) {
    return answer(
        partners.activate(context(caller, step), id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Stops a partner for a while. */
  @POST
  @Path("/{id}/suspend")
  @UnitOfWork
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(PartnerJson.View.class)
  @Refuses({ProblemCode.PARTNER_NOT_FOUND, ProblemCode.PARTNER_STEP_NOT_ALLOWED})
  public Response suspend(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid PartnerJson.@Nullable Step step) {
    return answer(partners.suspend(context(caller, step), id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Ends a partner for good, and his accounts with him. */
  @POST
  @Path("/{id}/terminate")
  @UnitOfWork
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(PartnerJson.View.class)
  @Refuses({ProblemCode.PARTNER_NOT_FOUND, ProblemCode.PARTNER_STEP_NOT_ALLOWED})
  public Response terminate(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid PartnerJson.@Nullable Step step) {
    return answer(
        partners.terminate(context(caller, step), id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Puts a terminated partner out of sight. */
  @POST
  @Path("/{id}/archive")
  @UnitOfWork
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(PartnerJson.View.class)
  @Refuses({ProblemCode.PARTNER_NOT_FOUND, ProblemCode.PARTNER_STEP_NOT_ALLOWED})
  public Response archive(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid PartnerJson.@Nullable Step step) {
    return answer(partners.archive(context(caller, step), id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Lets only people change the tier of a partner, whatever his numbers say. */
  @POST
  @Path("/{id}/pin-tier")
  @UnitOfWork
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(PartnerJson.View.class)
  @Refuses({ProblemCode.PARTNER_NOT_FOUND, ProblemCode.PARTNER_ARCHIVED})
  public Response pinTier(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid PartnerJson.@Nullable Step step) {
    return answer(partners.pinTier(context(caller, step), id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Lets the numbers of a partner change his tier again. */
  @POST
  @Path("/{id}/unpin-tier")
  @UnitOfWork
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(PartnerJson.View.class)
  @Refuses({ProblemCode.PARTNER_NOT_FOUND, ProblemCode.PARTNER_ARCHIVED})
  public Response unpinTier(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid PartnerJson.@Nullable Step step) {
    return answer(
        partners.unpinTier(context(caller, step), id, EntityTags.expectedVersion(ifMatch)));
  }

  private static CallContext context(Caller caller, PartnerJson.@Nullable Step step) {
    return caller.context().because(step == null ? null : step.reason());
  }

  private static Response answer(Partner partner) {
    return Response.ok(PartnerJson.View.of(partner)).tag(EntityTags.of(partner.version())).build();
  }
}
