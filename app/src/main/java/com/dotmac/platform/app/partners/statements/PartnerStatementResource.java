package com.dotmac.platform.app.partners.statements;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.ledger.Movement;
import com.dotmac.platform.domain.partners.statements.StatementService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/**
 * Statements of partners: read, by their entries and as files, and made before their time comes.
 */
@Path("/api/v1/partner-statements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PartnerStatementResource {

  private final StatementService statements;
  private final StatementFiles files;

  /** A resource over the door. */
  PartnerStatementResource(StatementService statements) {
    this.statements = statements;
    files = new StatementFiles(statements);
  }

  /**
   * Closes all months up to one that is over, and makes their statements. An hour after a month
   * ends the platform does so by itself.
   */
  @POST
  @UnitOfWork
  @Requires(Permission.COMMISSIONS_WRITE)
  @Answers(value = PartnerStatementJson.Closing.class, tag = false)
  @Refuses(ProblemCode.PARTNER_STATEMENT_PERIOD_OPEN)
  public PartnerStatementJson.Closing close(
      @Auth Caller caller, @NotNull @Valid PartnerStatementJson.Close body) {
    return PartnerStatementJson.Closing.of(statements.closeUpTo(caller.context(), body.upTo()));
  }

  /** Reads a statement with its movements. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = PartnerStatementJson.View.class, tag = false)
  @Refuses(ProblemCode.PARTNER_STATEMENT_NOT_FOUND)
  public PartnerStatementJson.View read(@Auth Caller caller, @PathParam("id") UUID id) {
    return PartnerStatementJson.View.of(statements.get(caller.scope(), id));
  }

  /** Lists the entries of the books that the movements are the sums of, newest first. */
  @GET
  @Path("/{id}/lines")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
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
            caller.scope(),
            statements.get(caller.scope(), id),
            movement,
            PageJson.request(limit, cursor)),
        PartnerStatementJson.Line::of,
        uri);
  }

  /** A statement as a table of its entries. */
  @GET
  @Path("/{id}/csv")
  @Produces("text/csv")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = byte[].class, tag = false)
  @Refuses(ProblemCode.PARTNER_STATEMENT_NOT_FOUND)
  public Response csv(@Auth Caller caller, @PathParam("id") UUID id) {
    return files.csv(caller.scope(), statements.get(caller.scope(), id));
  }

  /** A statement as a document. */
  @GET
  @Path("/{id}/pdf")
  @Produces("application/pdf")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = byte[].class, tag = false)
  @Refuses(ProblemCode.PARTNER_STATEMENT_NOT_FOUND)
  public Response pdf(@Auth Caller caller, @PathParam("id") UUID id) {
    return StatementFiles.pdf(statements.get(caller.scope(), id));
  }
}
