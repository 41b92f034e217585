package com.dotmac.platform.app.partners.tiers;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.tiers.SettledTiers;
import com.dotmac.platform.domain.partners.tiers.TierProgramService;
import com.dotmac.platform.domain.partners.tiers.TierService;
import com.dotmac.platform.domain.partners.tiers.TierVerdict;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tiers of partners by what they bring: what each asks for, who would move, and moving them. */
@Path("/api/v1/partner-tiers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PartnerTierResource {

  /** Partners whom one request moves, so that it holds their rows for a short while. */
  private static final int AT_ONCE = 500;

  private final TierProgramService programs;
  private final TierService tiers;

  /** A resource over the doors. */
  PartnerTierResource(TierProgramService programs, TierService tiers) {
    this.programs = programs;
    this.tiers = tiers;
  }

  /** Reads how tiers are reckoned; where nothing was settled, nobody is moved. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.SETTINGS_READ)
  @Answers(TierProgramJson.View.class)
  public Response read(@Auth Caller caller) {
    return answer(programs.read(caller.scope()));
  }

  /** Changes how tiers are reckoned; nobody is moved by it. */
  @PATCH
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.SETTINGS_WRITE)
  @Answers(TierProgramJson.View.class)
  public Response change(
      @Auth Caller caller,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid TierProgramJson.Change body) {
    return answer(
        programs.change(caller.context(), EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  /** Lists partners whose numbers belong to another tier than theirs, newest first. */
  @GET
  @Path("/preview")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PARTNERS_READ)
  @Answers(value = TierProgramJson.Verdict.class, page = true)
  public Response preview(
      @Auth Caller caller,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        tiers.preview(caller.scope(), caller.at(), PageJson.request(limit, cursor)),
        TierProgramJson.Verdict::of,
        uri);
  }

  /** Moves partners to where their numbers belong, up to 500 of them. */
  @POST
  @Path("/apply")
  @UnitOfWork
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(value = TierProgramJson.Applied.class, tag = false)
  public TierProgramJson.Applied apply(@Auth Caller caller) {
    List<TierVerdict> moved = tiers.apply(caller.context(), AT_ONCE);
    return TierProgramJson.Applied.of(moved, moved.size() < AT_ONCE);
  }

  private static Response answer(SettledTiers settled) {
    return Response.ok(TierProgramJson.View.of(settled.program()))
        .tag(EntityTags.of(settled.version()))
        .build();
  }
}
