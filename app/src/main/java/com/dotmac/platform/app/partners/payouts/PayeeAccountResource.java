package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.payouts.BankAccountService;
import com.dotmac.platform.domain.partners.payouts.PayeeAccount;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a partner is paid: set, read, replace. The number goes in and never comes out. */
@Path("/api/v1/partners/{partnerId}/payee-account")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PayeeAccountResource {

  private final BankAccountService accounts;

  /** A resource over the door. */
  PayeeAccountResource(BankAccountService accounts) {
    this.accounts = accounts;
  }

  /** Says where a partner is paid. */
  @POST
  @UnitOfWork
  @Requires(Permission.PAYOUTS_WRITE)
  @Answers(value = BankAccountJson.PayeeView.class, status = 201)
  @Refuses({
    ProblemCode.PARTNER_NOT_FOUND,
    ProblemCode.BANK_ACCOUNT_ALREADY_SET,
    ProblemCode.SEALING_NOT_CONFIGURED
  })
  public Response set(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @NotNull @Valid BankAccountJson.Account body,
      @Context UriInfo uri) {
    PayeeAccount account = accounts.setPayee(caller.context(), partnerId, body.account());
    return Response.created(uri.getAbsolutePath())
        .tag(EntityTags.of(account.version()))
        .entity(BankAccountJson.PayeeView.of(account))
        .build();
  }

  /** Reads where a partner is paid; of the number only its end. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYOUTS_READ)
  @Answers(BankAccountJson.PayeeView.class)
  @Refuses({ProblemCode.PARTNER_NOT_FOUND, ProblemCode.BANK_ACCOUNT_NOT_FOUND})
  public Response read(@Auth Caller caller, @PathParam("partnerId") UUID partnerId) {
    return answer(accounts.payee(caller.scope(), partnerId));
  }

  /** Replaces the account that a partner is paid to, as a whole. */
  @PATCH
  @UnitOfWork
  @Requires(Permission.PAYOUTS_WRITE)
  @Answers(BankAccountJson.PayeeView.class)
  @Refuses({
    ProblemCode.PARTNER_NOT_FOUND,
    ProblemCode.BANK_ACCOUNT_NOT_FOUND,
    ProblemCode.SEALING_NOT_CONFIGURED
  })
  public Response change(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid BankAccountJson.Account body) {
    return answer(
        accounts.changePayee(
            caller.context(), partnerId, EntityTags.expectedVersion(ifMatch), body.account()));
  }

  private static Response answer(PayeeAccount account) {
    return Response.ok(BankAccountJson.PayeeView.of(account))
        .tag(EntityTags.of(account.version()))
        .build();
  }
}
