package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.billing.invoices.InvoiceService;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.commissions.CommissionEventService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** By what partners earn on an invoice. */
@Path("/api/v1/invoices/{invoiceId}/commission-terms")
@Produces(MediaType.APPLICATION_JSON)
public final class InvoiceTermsResource {

  private final InvoiceService invoices;
  private final CommissionEventService events;

  /** A resource over the doors. */
  InvoiceTermsResource(InvoiceService invoices, CommissionEventService events) {
    this.invoices = invoices;
    this.events = events;
  }

  /** Lists what was decided when the first money came, also where nothing is earned and why. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = CommissionEventJson.InvoiceTerms.class, tag = false)
  @Refuses(ProblemCode.INVOICE_NOT_FOUND)
  public CommissionEventJson.InvoiceTerms list(
      @Auth Caller caller, @PathParam("invoiceId") UUID invoiceId) {
    invoices.get(caller.scope(), invoiceId);
    return new CommissionEventJson.InvoiceTerms(
        events.termsOf(caller.scope(), invoiceId).stream()
            .map(terms -> CommissionEventJson.Terms.of(terms, events.pool(caller.scope(), terms)))
            .toList());
  }
}
