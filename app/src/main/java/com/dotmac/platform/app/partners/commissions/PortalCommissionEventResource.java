package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.partners.PartnerPower;
import com.dotmac.platform.domain.partners.commissions.CommissionEvent;
import com.dotmac.platform.domain.partners.commissions.CommissionEventFilter;
import com.dotmac.platform.domain.partners.commissions.CommissionEventService;
import com.dotmac.platform.domain.partners.commissions.CommissionGround;
import com.dotmac.platform.domain.partners.commissions.CommissionKind;
import com.dotmac.platform.domain.partners.commissions.CommissionStatus;
import com.dotmac.platform.domain.partners.rules.CommissionService;
import com.dotmac.platform.domain.partners.rules.RuleVersion;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.tenancy.TenantScope;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the partner earns, line by line, in his portal. */
@Path("/api/v1/portal/commission-events")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalCommissionEventResource {

  private final CommissionEventService events;
  private final CommissionService rules;
  private final CustomerService customers;

  /** A resource over the doors. */
  PortalCommissionEventResource(
      CommissionEventService events, CommissionService rules, CustomerService customers) {
    this.events = events;
    this.rules = rules;
    this.customers = customers;
  }

  /** Lists lines, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = PortalCommissionEventJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable CommissionStatus status,
      @QueryParam("kind") @Nullable CommissionKind kind,
      @QueryParam("currency") @CurrencyCode @Nullable String currency,
      @QueryParam("customerId") @Nullable UUID customerId,
      @QueryParam("invoiceId") @Nullable UUID invoiceId,
      @QueryParam("payoutId") @Nullable UUID payoutId,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    CommissionEventFilter filter =
        new CommissionEventFilter(
            caller.seat().partnerId(),
            status,
            kind,
            currency,
            customerId,
            invoiceId,
            payoutId,
            from,
            to);
    Page<CommissionEvent> page =
        events.list(caller.scope(), filter, PageJson.request(limit, cursor));
    Map<UUID, String> names = names(caller.scope(), page.items());
    return PageJson.response(page, event -> view(event, names), uri);
  }

  /** Reads a line, and why it is what it is. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = PortalCommissionEventJson.Explained.class, tag = false)
  @Refuses(ProblemCode.COMMISSION_EVENT_NOT_FOUND)
  public PortalCommissionEventJson.Explained read(@Auth Caller caller, @PathParam("id") UUID id) {
    TenantScope scope = caller.scope();
    CommissionEvent event = events.getOf(scope, caller.seat().partnerId(), id);
    CommissionGround ground = events.groundOf(scope, event);
    UUID versionId = ground == null ? null : ground.terms().versionId();
    RuleVersion version = versionId == null ? null : rules.version(scope, versionId).orElse(null);
    return PortalCommissionEventJson.Explained.of(
        view(event, names(scope, List.of(event))), ground, version);
  }

  private Map<UUID, String> names(TenantScope scope, Collection<CommissionEvent> lines) {
    return customers.names(
        scope, lines.stream().map(CommissionEvent::customerId).filter(Objects::nonNull).toList());
  }

  private static PortalCommissionEventJson.View view(
      CommissionEvent event, Map<UUID, String> names) {
    UUID customerId = event.customerId();
    return PortalCommissionEventJson.View.of(
        event, customerId == null ? null : names.get(customerId));
  }
}
