package com.dotmac.platform.app.billing.invoices;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.billing.documents.InvoicePdf;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceService;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.tenancy.TenantService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Invoices as documents. */
@Path("/api/v1/invoices/{id}/pdf")
public final class InvoicePdfResource {

  private final InvoiceService invoices;
  private final TenantService tenants;

  /** A resource over the doors. */
  InvoicePdfResource(InvoiceService invoices, TenantService tenants) {
    this.invoices = invoices;
    this.tenants = tenants;
  }

  /** The invoice as a PDF. A draft and a void invoice say on every page what they are. */
  @GET
  @Produces("application/pdf")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.INVOICES_READ)
  @Answers(byte[].class)
  @Refuses(ProblemCode.INVOICE_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    Invoice invoice = invoices.get(caller.scope(), id);
    byte[] file =
        InvoicePdf.of(
            InvoiceDocuments.of(
                tenants.get(caller.scope()).name(),
                invoices.billTo(caller.scope(), invoice),
                invoice,
                invoices.lines(caller.scope(), id)));
    String name = invoice.number() == null ? "draft-" + id : invoice.number();
    return Response.ok(file)
        .tag(EntityTags.of(invoice.version()))
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
        .build();
  }
}
