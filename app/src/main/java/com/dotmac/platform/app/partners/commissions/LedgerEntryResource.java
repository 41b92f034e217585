package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.ledger.EntryFilter;
import com.dotmac.platform.domain.partners.ledger.LedgerAccount;
import com.dotmac.platform.domain.partners.ledger.LedgerBalances;
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
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entries of the books of a partner. */
@Path("/api/v1/partners/{partnerId}/ledger-entries")
@Produces(MediaType.APPLICATION_JSON)
public final class LedgerEntryResource {

  private final PartnerService partners;
  private final LedgerBalances ledger;

  /** A resource over the doors. */
  LedgerEntryResource(PartnerService partners, LedgerBalances ledger) {
    this.partners = partners;
    this.ledger = ledger;
  }

  /** Lists the entries of the partner's books, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = PartnerBooksJson.Entry.class, page = true)
  @Refuses(ProblemCode.PARTNER_NOT_FOUND)
  public Response entries(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @QueryParam("currency") @CurrencyCode @Nullable String currency,
      @QueryParam("account") @Nullable LedgerAccount account,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    partners.get(caller.scope(), partnerId);
    return PageJson.response(
        ledger.entries(
            caller.scope(),
            new EntryFilter(partnerId, currency, account, from, to),
            PageJson.request(limit, cursor)),
        PartnerBooksJson.Entry::of,
        uri);
  }
}
