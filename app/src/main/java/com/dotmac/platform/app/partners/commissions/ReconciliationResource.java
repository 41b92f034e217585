package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.commissions.ReconciliationService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** The proof of what a partner is owed. */
@Path("/api/v1/partners/{partnerId}/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
public final class ReconciliationResource {

  private final PartnerService partners;
  private final ReconciliationService reconciliation;

  /** A resource over the doors. */
  ReconciliationResource(PartnerService partners, ReconciliationService reconciliation) {
    this.partners = partners;
    this.reconciliation = reconciliation;
  }

  /** Proves what the partner is owed, in each currency. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = PartnerBooksJson.Proof.class, tag = false)
  @Refuses(ProblemCode.PARTNER_NOT_FOUND)
  public PartnerBooksJson.Proof reconcile(
      @Auth Caller caller, @PathParam("partnerId") UUID partnerId) {
    partners.get(caller.scope(), partnerId);
    return PartnerBooksJson.Proof.of(reconciliation.of(caller.scope(), partnerId));
  }
}
