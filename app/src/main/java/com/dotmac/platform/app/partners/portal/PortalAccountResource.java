package com.dotmac.platform.app.partners.portal;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.partners.PartnerAccount;
import com.dotmac.platform.domain.partners.PartnerAccountService;
import com.dotmac.platform.domain.partners.PartnerPower;
import com.dotmac.platform.domain.shared.Page;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The customers whom the partner looks after, in his portal. */
@Path("/api/v1/portal/accounts")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalAccountResource {

  private final PartnerAccountService accounts;
  private final CustomerService customers;

  /** A resource over the doors. */
  PortalAccountResource(PartnerAccountService accounts, CustomerService customers) {
    this.accounts = accounts;
    this.customers = customers;
  }

  /** Lists the accounts, newest first; those that were ended only when asked for. */
  @GET
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_PARTNER)
  @Answers(value = PortalAccountJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("includeEnded") @DefaultValue("false") boolean includeEnded,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    Page<PartnerAccount> page =
        accounts.list(
            caller.scope(),
            caller.seat().partnerId(),
            includeEnded,
            PageJson.request(limit, cursor));
    Map<UUID, String> names =
        customers.names(
            caller.scope(), page.items().stream().map(PartnerAccount::customerId).toList());
    return PageJson.response(page, account -> PortalAccountJson.View.of(account, names), uri);
  }
}
