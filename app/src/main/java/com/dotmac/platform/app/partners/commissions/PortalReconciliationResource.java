package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.domain.partners.PartnerPower;
import com.dotmac.platform.domain.partners.commissions.ReconciliationService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The proof of what the partner is owed, in his portal. */
@Path("/api/v1/portal/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalReconciliationResource {

  private final ReconciliationService reconciliation;

  /** A resource over the door. */
  PortalReconciliationResource(ReconciliationService reconciliation) {
    this.reconciliation = reconciliation;
  }

  /** Proves what the partner is owed, in each currency. */
  @GET
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = PartnerBooksJson.Proof.class, tag = false)
  public PartnerBooksJson.Proof reconcile(@Auth Caller caller) {
    return PartnerBooksJson.Proof.of(reconciliation.of(caller.scope(), caller.seat().partnerId()));
  }
}
