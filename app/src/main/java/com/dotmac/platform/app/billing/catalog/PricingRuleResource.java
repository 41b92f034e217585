package com.dotmac.platform.app.billing.catalog;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.billing.catalog.CatalogStatus;
import com.dotmac.platform.domain.billing.catalog.PricingRule;
import com.dotmac.platform.domain.billing.catalog.PricingRuleFilter;
import com.dotmac.platform.domain.billing.catalog.PricingRuleService;
import com.dotmac.platform.domain.identity.Permission;
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

/** Pricing rules: create, read, list, change, archive. */
@Path("/api/v1/pricing-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PricingRuleResource {

  private final PricingRuleService rules;

  /** A resource over the door. */
  PricingRuleResource(PricingRuleService rules) {
    this.rules = rules;
  }

  /** Creates a pricing rule. It applies to lines that are priced from then on. */
  @POST
  @UnitOfWork
  @Requires(Permission.CATALOG_WRITE)
  @Answers(value = PricingRuleJson.View.class, status = 201)
  @Refuses({
    ProblemCode.PRICING_RULE_SCOPE_UNCLEAR,
    ProblemCode.PRICING_RULE_PERIOD_EMPTY,
    ProblemCode.PRODUCT_NOT_FOUND,
    ProblemCode.PRODUCT_ARCHIVED,
    ProblemCode.PLAN_NOT_FOUND,
    ProblemCode.PLAN_ARCHIVED,
    ProblemCode.CUSTOMER_NOT_FOUND,
    ProblemCode.CUSTOMER_ARCHIVED
  })
  public Response create(
      @Auth Caller caller, @NotNull @Valid PricingRuleJson.Create body, @Context UriInfo uri) {
    PricingRule rule =
        rules.create(caller.context(), body.about(), body.details(caller.context().at()));
    return Response.created(uri.getAbsolutePathBuilder().path(rule.id().toString()).build())
        .tag(EntityTags.of(rule.version()))
        .entity(PricingRuleJson.View.of(rule))
        .build();
  }

  /** Lists pricing rules, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CATALOG_READ)
  @Answers(value = PricingRuleJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable CatalogStatus status,
      @QueryParam("productId") @Nullable UUID productId,
      @QueryParam("planId") @Nullable UUID planId,
      @QueryParam("customerId") @Nullable UUID customerId,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        rules.list(
            caller.scope(),
            new PricingRuleFilter(status, productId, planId, customerId),
            PageJson.request(limit, cursor)),
        PricingRuleJson.View::of,
        uri);
  }

  /** Reads a pricing rule. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CATALOG_READ)
  @Answers(PricingRuleJson.View.class)
  @Refuses(ProblemCode.PRICING_RULE_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(rules.get(caller.scope(), id));
  }

  /** Changes a pricing rule, for lines that are priced from then on. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.CATALOG_WRITE)
  @Answers(PricingRuleJson.View.class)
  @Refuses({
    ProblemCode.PRICING_RULE_NOT_FOUND,
    ProblemCode.PRICING_RULE_ARCHIVED,
    ProblemCode.PRICING_RULE_PERIOD_EMPTY
  })
  public Response change(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PricingRuleJson.Change body) {
    return answer(
        rules.change(caller.context(), id, EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  /** Archives a pricing rule: it applies to no line that is priced from then on. */
  @POST
  @Path("/{id}/archive")
  @UnitOfWork
  @Requires(Permission.CATALOG_WRITE)
  @Answers(PricingRuleJson.View.class)
  @Refuses({ProblemCode.PRICING_RULE_NOT_FOUND, ProblemCode.PRICING_RULE_ARCHIVED})
  public Response archive(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(rules.archive(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(PricingRule rule) {
    return Response.ok(PricingRuleJson.View.of(rule)).tag(EntityTags.of(rule.version())).build();
  }
}
