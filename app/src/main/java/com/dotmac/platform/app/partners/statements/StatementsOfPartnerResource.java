package com.dotmac.platform.app.partners.statements;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.statements.StatementService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements of a partner. */
@Path("/api/v1/partners/{partnerId}/statements")
@Produces(MediaType.APPLICATION_JSON)
public final class StatementsOfPartnerResource {

  private final PartnerService partners;
  private final StatementService statements;

  /** A resource over the doors. */
  StatementsOfPartnerResource(PartnerService partners, StatementService statements) {
    this.partners = partners;
    this.statements = statements;
  }

  /** Lists the statements of the partner, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = PartnerStatementJson.View.class, page = true)
  @Refuses(ProblemCode.PARTNER_NOT_FOUND)
  public Response list(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @QueryParam("currency") @CurrencyCode @Nullable String currency,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    partners.get(caller.scope(), partnerId);
    return PageJson.response(
        statements.list(caller.scope(), partnerId, currency, PageJson.request(limit, cursor)),
        PartnerStatementJson.View::of,
        uri);
  }
}
