package com.dotmac.platform.app.partners.statements;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.partners.PartnerPower;
import com.dotmac.platform.domain.partners.ledger.Movement;
import com.dotmac.platform.domain.partners.statements.PartnerStatement;
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

/** The statements of the partner, in his portal. */
@Path("/api/v1/portal/statements")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalStatementResource {

  private final StatementService statements;
  private final StatementFiles files;

  /** A resource over the door. */
  PortalStatementResource(StatementService statements) {
    this.statements = statements;
    files = new StatementFiles(statements);
  }

  /** Lists the statements, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = PartnerStatementJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("currency") @CurrencyCode @Nullable String currency,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        statements.list(
            caller.scope(), caller.seat().partnerId(), currency, PageJson.request(limit, cursor)),
        PartnerStatementJson.View::of,
        uri);
  }

  /** Reads a statement with its movements. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = PartnerStatementJson.View.class, tag = false)
  @Refuses(ProblemCode.PARTNER_STATEMENT_NOT_FOUND)
  public PartnerStatementJson.View read(@Auth Caller caller, @PathParam("id") UUID id) {
    return PartnerStatementJson.View.of(own(caller, id));
  }

  /** Lists the entries of the books that the movements are the sums of, newest first. */
  @GET
  @Path("/{id}/lines")
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = PartnerStatementJson.Line.class, page = true)
  @Refuses(ProblemCode.PARTNER_STATEMENT_NOT_FOUND)
  public Response lines(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @QueryParam("movement") @Nullable Movement movement,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        statements.entries(
            caller.scope(), own(caller, id), movement, PageJson.request(limit, cursor)),
        PartnerStatementJson.Line::of,
        uri);
  }

  /** A statement as a table of its entries. */
  @GET
  @Path("/{id}/csv")
  @Produces("text/csv")
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = byte[].class, tag = false)
  @Refuses(ProblemCode.PARTNER_STATEMENT_NOT_FOUND)
  public Response csv(@Auth Caller caller, @PathParam("id") UUID id) {
    return files.csv(caller.scope(), own(caller, id));
  }

  /** A statement as a document. */
  @GET
  @Path("/{id}/pdf")
  @Produces("application/pdf")
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = byte[].class, tag = false)
  @Refuses(ProblemCode.PARTNER_STATEMENT_NOT_FOUND)
  public Response pdf(@Auth Caller caller, @PathParam("id") UUID id) {
    return StatementFiles.pdf(own(caller, id));
  }

  private PartnerStatement own(Caller caller, UUID id) {
    return statements.getOf(caller.scope(), caller.seat().partnerId(), id);
  }
}
