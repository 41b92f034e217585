package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.payouts.BankAccountService;
import com.dotmac.platform.domain.partners.payouts.PayerAccount;
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
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What accounts partners are paid from, the newest of each currency: add, read, list. */
@Path("/api/v1/payer-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PayerAccountResource {

  private final BankAccountService accounts;

  /** A resource over the door. */
  PayerAccountResource(BankAccountService accounts) {
    this.accounts = accounts;
  }

  /** Says what account partners are paid from in a currency from now on. */
  @POST
  @UnitOfWork
  @Requires(Permission.PAYOUTS_WRITE)
  @Answers(value = BankAccountJson.PayerView.class, status = 201, tag = false)
  @Refuses(ProblemCode.SEALING_NOT_CONFIGURED)
  public Response add(
      @Auth Caller caller, @NotNull @Valid BankAccountJson.CreatePayer body, @Context UriInfo uri) {
    PayerAccount account =
        accounts.addPayer(caller.context(), Currency.getInstance(body.currency()), body.account());
    return Response.created(uri.getAbsolutePathBuilder().path(account.id().toString()).build())
        .entity(BankAccountJson.PayerView.of(account))
        .build();
  }

  /** Lists the accounts, newest first; of their numbers only the ends. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYOUTS_READ)
  @Answers(value = BankAccountJson.PayerView.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        accounts.payers(caller.scope(), PageJson.request(limit, cursor)),
        BankAccountJson.PayerView::of,
        uri);
  }

  /** Reads an account; of its number only the end. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYOUTS_READ)
  @Answers(value = BankAccountJson.PayerView.class, tag = false)
  @Refuses(ProblemCode.BANK_ACCOUNT_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return Response.ok(BankAccountJson.PayerView.of(accounts.payer(caller.scope(), id))).build();
  }
}
