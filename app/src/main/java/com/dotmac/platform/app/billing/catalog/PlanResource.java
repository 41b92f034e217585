package com.dotmac.platform.app.billing.catalog;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.billing.catalog.CatalogStatus;
import com.dotmac.platform.domain.billing.catalog.Plan;
import com.dotmac.platform.domain.billing.catalog.PlanFilter;
import com.dotmac.platform.domain.billing.catalog.PlanService;
import com.dotmac.platform.domain.identity.Permission;
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

/** Plans: create, read, list, change, archive. */
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PlanResource {

  private final PlanService plans;

  /** A resource over the door. */
  PlanResource(PlanService plans) {
    this.plans = plans;
  }

  /** Creates a plan. Its price, currency and cycle are fixed from then on. */
  @POST
  @UnitOfWork
  @Requires(Permission.CATALOG_WRITE)
  @Answers(value = PlanJson.View.class, status = 201)
  @Refuses({
    ProblemCode.PLAN_CODE_TAKEN,
    ProblemCode.PLAN_PRICE_NEGATIVE,
    ProblemCode.PRODUCT_NOT_FOUND,
    ProblemCode.PRODUCT_ARCHIVED
  })
  public Response create(
      @Auth Caller caller, @NotNull @Valid PlanJson.Create body, @Context UriInfo uri) {
    Plan plan = plans.create(caller.context(), body.pricing(), body.details());
    return Response.created(uri.getAbsolutePathBuilder().path(plan.id().toString()).build())
        .tag(EntityTags.of(plan.version()))
        .entity(PlanJson.View.of(plan))
        .build();
  }

  /** Lists plans, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CATALOG_READ)
  @Answers(value = PlanJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable CatalogStatus status,
      @QueryParam("productId") @Nullable UUID productId,
      @QueryParam("search") @Nullable @Size(min = 1, max = 100) String search,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        plans.list(
            caller.scope(),
            new PlanFilter(status, productId, search),
            PageJson.request(limit, cursor)),
        PlanJson.View::of,
        uri);
  }

  /** Reads a plan. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CATALOG_READ)
  @Answers(PlanJson.View.class)
  @Refuses(ProblemCode.PLAN_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(plans.get(caller.scope(), id));
  }

  /** Changes the name or the trial of a plan; subscriptions stand on everything else of it. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.CATALOG_WRITE)
  @Answers(PlanJson.View.class)
  @Refuses({ProblemCode.PLAN_NOT_FOUND, ProblemCode.PLAN_ARCHIVED})
  public Response change(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PlanJson.Change body) {
    return answer(
        plans.change(caller.context(), id, EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  /** Archives a plan: nobody takes it any more. Who has it keeps it. */
  @POST
  @Path("/{id}/archive")
  @UnitOfWork
  @Requires(Permission.CATALOG_WRITE)
  @Answers(PlanJson.View.class)
  @Refuses({ProblemCode.PLAN_NOT_FOUND, ProblemCode.PLAN_ARCHIVED})
  public Response archive(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(plans.archive(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(Plan plan) {
    return Response.ok(PlanJson.View.of(plan)).tag(EntityTags.of(plan.version())).build();
  }
}
