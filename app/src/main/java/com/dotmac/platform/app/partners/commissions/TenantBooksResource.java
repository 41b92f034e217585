package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.commissions.ReconciliationService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The books of all partners together. */
@Path("/api/v1/partner-reconciliation")
@Produces(MediaType.APPLICATION_JSON)
public final class TenantBooksResource {

  private final ReconciliationService reconciliation;

  /** A resource over the door. */
  TenantBooksResource(ReconciliationService reconciliation) {
    this.reconciliation = reconciliation;
  }

  /** Proves what all partners are owed, in each currency. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = PartnerBooksJson.Proof.class, tag = false)
  public PartnerBooksJson.Proof reconcile(@Auth Caller caller) {
    return PartnerBooksJson.Proof.of(reconciliation.ofTenant(caller.scope()));
  }
}
