package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.payouts.BankAccountService;
import com.dotmac.platform.domain.partners.payouts.PayeeAccount;
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

/** Where partners are paid, each to his newest account: add, read, list. No number comes out. */
@Path("/api/v1/partners/{partnerId}/payee-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PayeeAccountResource {

  private final BankAccountService accounts;

  /** A resource over the door. */
  PayeeAccountResource(BankAccountService accounts) {
    this.accounts = accounts;
  }

  /** Says where a partner is paid from now on. */
  @POST
  @UnitOfWork
  @Requires(Permission.PAYOUTS_WRITE)
  @Answers(value = BankAccountJson.PayeeView.class, status = 201, tag = false)
  @Refuses({ProblemCode.PARTNER_NOT_FOUND, ProblemCode.SEALING_NOT_CONFIGURED})
  public Response add(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @NotNull @Valid BankAccountJson.Account body,
      @Context UriInfo uri) {
    PayeeAccount account = accounts.addPayee(caller.context(), partnerId, body.account());
    return Response.created(uri.getAbsolutePathBuilder().path(account.id().toString()).build())
        .entity(BankAccountJson.PayeeView.of(account))
        .build();
  }

  /** Lists the accounts of a partner, newest first; of their numbers only the ends. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYOUTS_READ)
  @Answers(value = BankAccountJson.PayeeView.class, page = true)
  @Refuses(ProblemCode.PARTNER_NOT_FOUND)
  public Response list(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        accounts.payees(caller.scope(), partnerId, PageJson.request(limit, cursor)),
        BankAccountJson.PayeeView::of,
        uri);
  }

  /** Reads an account of a partner; of its number only the end. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYOUTS_READ)
  @Answers(value = BankAccountJson.PayeeView.class, tag = false)
  @Refuses(ProblemCode.BANK_ACCOUNT_NOT_FOUND)
  public Response read(
      @Auth Caller caller, @PathParam("partnerId") UUID partnerId, @PathParam("id") UUID id) {
    return Response.ok(BankAccountJson.PayeeView.of(accounts.payee(caller.scope(), partnerId, id)))
        .build();
  }
}
