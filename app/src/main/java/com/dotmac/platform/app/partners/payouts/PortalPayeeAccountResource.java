package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.partners.PartnerPower;
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

/**
 * Where the partner is paid, in his portal: to his newest account. Whoever sees his money sees the
 * end of its number; to say where money goes is a power of its own.
 */
@Path("/api/v1/portal/payee-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PortalPayeeAccountResource {

  private final BankAccountService accounts;

  /** A resource over the door. */
  PortalPayeeAccountResource(BankAccountService accounts) {
    this.accounts = accounts;
  }

  /** Says where the partner is paid from now on. */
  @POST
  @UnitOfWork
  @ForPartner(PartnerPower.CHANGE_PAYOUT_DETAILS)
  @Answers(value = BankAccountJson.PayeeView.class, status = 201, tag = false)
  @Refuses({ProblemCode.PARTNER_NOT_FOUND, ProblemCode.SEALING_NOT_CONFIGURED})
  public Response add(
      @Auth Caller caller, @NotNull @Valid BankAccountJson.Account body, @Context UriInfo uri) {
    PayeeAccount account =
        accounts.addPayee(caller.context(), caller.seat().partnerId(), body.account());
    return Response.created(uri.getAbsolutePathBuilder().path(account.id().toString()).build())
        .entity(BankAccountJson.PayeeView.of(account))
        .build();
  }

  /** Lists the accounts, newest first; of their numbers only the ends. */
  @GET
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = BankAccountJson.PayeeView.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        accounts.payees(caller.scope(), caller.seat().partnerId(), PageJson.request(limit, cursor)),
        BankAccountJson.PayeeView::of,
        uri);
  }

  /** Reads an account; of its number only the end. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = BankAccountJson.PayeeView.class, tag = false)
  @Refuses(ProblemCode.BANK_ACCOUNT_NOT_FOUND)
  public BankAccountJson.PayeeView read(@Auth Caller caller, @PathParam("id") UUID id) {
    return BankAccountJson.PayeeView.of(
        accounts.payee(caller.scope(), caller.seat().partnerId(), id));
  }
}
