package com.dotmac.platform.app.partners.rules;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.rules.Commission;
import com.dotmac.platform.domain.partners.rules.CommissionFilter;
import com.dotmac.platform.domain.partners.rules.CommissionService;
import com.dotmac.platform.domain.partners.rules.RuleStatus;
import com.dotmac.platform.domain.partners.rules.RuleVersion;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.tenancy.TenantScope;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules of commission: create, read, list, change, say anew, archive. */
@Path("/api/v1/partner-commissions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CommissionResource {

  private final CommissionService rules;

  /** A resource over the door. */
  CommissionResource(CommissionService rules) {
    this.rules = rules;
  }

  /** Creates a rule with its first version. It changes nothing of what was earned. */
  @POST
  @UnitOfWork
  @Requires(Permission.COMMISSIONS_WRITE)
  @Answers(value = CommissionJson.View.class, status = 201)
  @Refuses({
    ProblemCode.COMMISSION_NAME_TAKEN,
    ProblemCode.PARTNER_NOT_FOUND,
    ProblemCode.PARTNER_ARCHIVED,
    ProblemCode.PRODUCT_NOT_FOUND,
    ProblemCode.CUSTOMER_NOT_FOUND
  })
  public Response create(
      @Auth Caller caller, @NotNull @Valid CommissionJson.Create body, @Context UriInfo uri) {
    Commission rule =
        rules.create(
            caller.context(),
            body.partnerId(),
            body.details(),
            body.period(caller.context().at()),
            body.terms().draft());
    return Response.created(uri.getAbsolutePathBuilder().path(rule.id().toString()).build())
        .tag(EntityTags.of(rule.version()))
        .entity(view(caller.scope(), rule))
        .build();
  }

  /** Lists rules, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = CommissionJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable RuleStatus status,
      @QueryParam("partnerId") @Nullable UUID partnerId,
      @QueryParam("search") @Size(max = 100) @Nullable String search,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    Page<Commission> page =
        rules.list(
            caller.scope(),
            new CommissionFilter(status, partnerId, search),
            PageJson.request(limit, cursor));
    Map<UUID, RuleVersion> last =
        rules.lastVersions(caller.scope(), page.items().stream().map(Commission::id).toList());
    return PageJson.response(
        page,
        rule -> CommissionJson.View.of(rule, Objects.requireNonNull(last.get(rule.id()))),
        uri);
  }

  /** Reads a rule. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(CommissionJson.View.class)
  @Refuses(ProblemCode.COMMISSION_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(caller.scope(), rules.get(caller.scope(), id));
  }

  /** Changes name and priority of a rule; what it says is said anew by another version. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.COMMISSIONS_WRITE)
  @Answers(CommissionJson.View.class)
  @Refuses({
    ProblemCode.COMMISSION_NOT_FOUND,
    ProblemCode.COMMISSION_ARCHIVED,
    ProblemCode.COMMISSION_NAME_TAKEN
  })
  public Response change(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CommissionJson.Change body) {
    return answer(
        caller.scope(),
        rules.change(caller.context(), id, EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  /** Lists what a rule said and says, newest first. */
  @GET
  @Path("/{id}/versions")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = CommissionJson.Version.class, page = true)
  @Refuses(ProblemCode.COMMISSION_NOT_FOUND)
  public Response versions(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        rules.versions(caller.scope(), id, PageJson.request(limit, cursor)),
        CommissionJson.Version::of,
        uri);
  }

  /** Says anew what a rule says, from an instant on; what was earned before stays. */
  @POST
  @Path("/{id}/versions")
  @UnitOfWork
  @Requires(Permission.COMMISSIONS_WRITE)
  @Answers(CommissionJson.View.class)
  @Refuses({
    ProblemCode.COMMISSION_NOT_FOUND,
    ProblemCode.COMMISSION_ARCHIVED,
    ProblemCode.COMMISSION_VERSION_TOO_EARLY,
    ProblemCode.COMMISSION_VERSIONS_OVERLAP,
    ProblemCode.PRODUCT_NOT_FOUND,
    ProblemCode.CUSTOMER_NOT_FOUND
  })
  public Response sayAnew(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CommissionJson.NextVersion body) {
    RuleVersion version =
        rules.sayAnew(
            caller.context(),
            id,
            EntityTags.expectedVersion(ifMatch),
            body.period(caller.context().at()),
            body.terms().draft());
    Commission rule = rules.get(caller.scope(), id);
    return Response.ok(CommissionJson.View.of(rule, version))
        .tag(EntityTags.of(rule.version()))
        .build();
  }

  /** Archives a rule: it decides about nothing from then on. */
  @POST
  @Path("/{id}/archive")
  @UnitOfWork
  @Requires(Permission.COMMISSIONS_WRITE)
  @Answers(CommissionJson.View.class)
  @Refuses({ProblemCode.COMMISSION_NOT_FOUND, ProblemCode.COMMISSION_ARCHIVED})
  public Response archive(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(
        caller.scope(), rules.archive(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  private Response answer(TenantScope scope, Commission rule) {
    return Response.ok(view(scope, rule)).tag(EntityTags.of(rule.version())).build();
  }

  private CommissionJson.View view(TenantScope scope, Commission rule) {
    return CommissionJson.View.of(
        rule, Objects.requireNonNull(rules.lastVersions(scope, List.of(rule.id())).get(rule.id())));
  }
}
