package com.dotmac.platform.app.tenancy;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.Tenant;
import com.dotmac.platform.domain.tenancy.TenantDetails;
import com.dotmac.platform.domain.tenancy.TenantFilter;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantStatus;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All tenants, for who looks after the platform. What is done to one is done within it, in the
 * transaction of the caller: the effect, its audit row in the trail of that tenant, and the answer
 * kept for the caller commit together. Each endpoint asks whether the caller's tenant is the
 * platform's own, besides what his credential may do.
 */
@Path("/api/v1/tenants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TenantResource {

  private final TenantService tenants;
  private final UnitsOfWork unitsOfWork;

  /** A resource over the door. */
  TenantResource(TenantService tenants, UnitsOfWork unitsOfWork) {
    this.tenants = tenants;
    this.unitsOfWork = unitsOfWork;
  }

  /** Registers a tenant, active. */
  @POST
  @UnitOfWork
  @Requires(Permission.TENANTS_WRITE)
  @Answers(value = TenantJson.View.class, status = 201)
  @Refuses(ProblemCode.TENANT_SLUG_TAKEN)
  public Response create(
      @Auth Caller caller, @NotNull @Valid TenantJson.Create body, @Context UriInfo uri) {
    TenantDetails details = body.details();
    Tenant tenant =
        within(
            Identifiers.next(caller.at()), caller, context -> tenants.register(context, details));
    return Response.created(uri.getAbsolutePathBuilder().path(tenant.id().toString()).build())
        .tag(EntityTags.of(tenant.version()))
        .entity(TenantJson.View.of(tenant))
        .build();
  }

  /** Lists tenants, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.TENANTS_READ)
  @Answers(value = TenantJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable TenantStatus status,
      @QueryParam("slug") @Nullable @Size(min = 1, max = 63) String slug,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    tenants.requirePlatform(caller.scope());
    return PageJson.response(
        tenants.list(new TenantFilter(status, slug), PageJson.request(limit, cursor)),
        TenantJson.View::of,
        uri);
  }

  /** Reads a tenant. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.TENANTS_READ)
  @Answers(TenantJson.View.class)
  @Refuses(ProblemCode.TENANT_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return OwnTenantResource.answer(within(id, caller, context -> tenants.get(context.scope())));
  }

  /** Changes the settings of a tenant. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.TENANTS_WRITE)
  @Answers(TenantJson.View.class)
  @Refuses(ProblemCode.TENANT_NOT_FOUND)
  public Response change(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid TenantJson.Change body) {
    int version = EntityTags.expectedVersion(ifMatch);
    return OwnTenantResource.answer(
        within(id, caller, context -> tenants.change(context, version, body::appliedTo)));
  }

  /** Suspends a tenant: from the next request on each of its credentials is refused. */
  @POST
  @Path("/{id}/suspend")
  @UnitOfWork
  @Requires(Permission.TENANTS_WRITE)
  @Answers(TenantJson.View.class)
  @Refuses({
    ProblemCode.TENANT_NOT_FOUND,
    ProblemCode.TENANT_STEP_NOT_ALLOWED,
    ProblemCode.TENANT_IS_PLATFORM
  })
  public Response suspend(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid TenantJson.Suspend body) {
    int version = EntityTags.expectedVersion(ifMatch);
    return OwnTenantResource.answer(
        within(id, caller, context -> tenants.suspend(context.because(body.reason()), version)));
  }

  /** Lets a suspended tenant use the platform again. */
  @POST
  @Path("/{id}/resume")
  @UnitOfWork
  @Requires(Permission.TENANTS_WRITE)
  @Answers(TenantJson.View.class)
  @Refuses({ProblemCode.TENANT_NOT_FOUND, ProblemCode.TENANT_STEP_NOT_ALLOWED})
  public Response resume(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    int version = EntityTags.expectedVersion(ifMatch);
    return OwnTenantResource.answer(
        within(id, caller, context -> tenants.resume(context, version)));
  }

  private Tenant within(UUID tenantId, Caller caller, Function<CallContext, Tenant> verb) {
    tenants.requirePlatform(caller.scope());
    CallContext context = caller.contextWithin(new TenantScope(tenantId));
    return unitsOfWork.within(context.scope(), () -> verb.apply(context));
  }
}
