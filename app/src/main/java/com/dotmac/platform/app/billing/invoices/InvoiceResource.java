package com.dotmac.platform.app.billing.invoices;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.idempotency.IdempotencyRequired;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceFilter;
import com.dotmac.platform.domain.billing.invoices.InvoiceService;
import com.dotmac.platform.domain.billing.invoices.InvoiceStatus;
import com.dotmac.platform.domain.billing.invoices.LineDetails;
import com.dotmac.platform.domain.billing.invoices.LinePricing;
import com.dotmac.platform.domain.billing.invoices.LineRequest;
import com.dotmac.platform.domain.customers.Customer;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invoices: draft, change, finalise, void, give up, read, list. */
@Path("/api/v1/invoices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InvoiceResource {

  private final InvoiceService invoices;
  private final LinePricing pricing;
  private final CustomerService customers;
  private final TenantService tenants;

  /** A resource over the doors. */
  InvoiceResource(
      InvoiceService invoices,
      LinePricing pricing,
      CustomerService customers,
      TenantService tenants) {
    this.invoices = invoices;
    this.pricing = pricing;
    this.customers = customers;
    this.tenants = tenants;
  }

  /** Makes a draft. */
  @POST
  @UnitOfWork
  @Requires(Permission.INVOICES_WRITE)
  @Answers(value = InvoiceJson.View.class, status = 201)
  @Refuses({
    ProblemCode.CUSTOMER_NOT_FOUND,
    ProblemCode.CUSTOMER_ARCHIVED,
    ProblemCode.PLAN_NOT_FOUND,
    ProblemCode.PLAN_ARCHIVED,
    ProblemCode.PRODUCT_NOT_FOUND,
    ProblemCode.PRODUCT_ARCHIVED
  })
  public Response create(
      @Auth Caller caller, @NotNull @Valid InvoiceJson.Create body, @Context UriInfo uri) {
    Customer customer = customers.getOpen(caller.scope(), body.customerId());
    Currency billed = customer.details().billing().currency();
    Invoice invoice =
        invoices.create(
            caller.context(),
            body.draft(
                billed == null ? tenants.get(caller.scope()).defaultCurrency() : billed,
                priced(caller.context(), customer.id(), body.wanted())));
    return Response.created(uri.getAbsolutePathBuilder().path(invoice.id().toString()).build())
        .tag(EntityTags.of(invoice.version()))
        .entity(view(caller.scope(), invoice))
        .build();
  }

  /** Lists invoices without their lines, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.INVOICES_READ)
  @Answers(value = InvoiceJson.Summary.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable InvoiceStatus status,
      @QueryParam("customerId") @Nullable UUID customerId,
      @QueryParam("number") @Nullable @Size(min = 1, max = 30) String number,
      @QueryParam("dueBefore") @Nullable LocalDate dueBefore,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        invoices.list(
            caller.scope(),
            new InvoiceFilter(status, customerId, number, dueBefore),
            PageJson.request(limit, cursor)),
        InvoiceJson.Summary::of,
        uri);
  }

  /** Reads an invoice. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.INVOICES_READ)
  @Answers(InvoiceJson.View.class)
  @Refuses(ProblemCode.INVOICE_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(caller, invoices.get(caller.scope(), id));
  }

  /** Changes a draft. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.INVOICES_WRITE)
  @Answers(InvoiceJson.View.class)
  @Refuses({
    ProblemCode.INVOICE_NOT_FOUND,
    ProblemCode.INVOICE_NOT_A_DRAFT,
    ProblemCode.PLAN_NOT_FOUND,
    ProblemCode.PLAN_ARCHIVED,
    ProblemCode.PRODUCT_NOT_FOUND,
    ProblemCode.PRODUCT_ARCHIVED
  })
  public Response change(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid InvoiceJson.Change body) {
    return answer(
        caller,
        invoices.change(
            caller.context(),
            id,
            EntityTags.expectedVersion(ifMatch),
            present ->
                body.appliedTo(
                    present, wanted -> priced(caller.context(), present.customerId(), wanted))));
  }

  /** Throws a draft away, and answers what it was. */
  @DELETE
  @Path("/{id}")
  @UnitOfWork
  @Requires(Permission.INVOICES_WRITE)
  @Answers(InvoiceJson.Summary.class)
  @Refuses({ProblemCode.INVOICE_NOT_FOUND, ProblemCode.INVOICE_NOT_A_DRAFT})
  public Response discard(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    Invoice discarded = invoices.discard(caller.context(), id, EntityTags.expectedVersion(ifMatch));
    return Response.ok(InvoiceJson.Summary.of(discarded))
        .tag(EntityTags.of(discarded.version()))
        .build();
  }

  /** Gives a draft its number and day: from then on it is owed and does not change. */
  @POST
  @Path("/{id}/finalise")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.INVOICES_WRITE)
  @Answers(InvoiceJson.View.class)
  @Refuses({
    ProblemCode.INVOICE_NOT_FOUND,
    ProblemCode.INVOICE_NOT_A_DRAFT,
    ProblemCode.INVOICE_EMPTY,
    ProblemCode.INVOICE_TOTAL_NEGATIVE
  })
  public Response finalise(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(
        caller, invoices.finalise(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Declares an invoice not to be owed; what was credited to it goes back to its credit notes. */
  @POST
  @Path("/{id}/void")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.INVOICES_WRITE)
  @Answers(InvoiceJson.View.class)
  @Refuses({
    ProblemCode.INVOICE_NOT_FOUND,
    ProblemCode.INVOICE_STEP_NOT_ALLOWED,
    ProblemCode.INVOICE_HAS_PAYMENTS,
    ProblemCode.CREDIT_NOTE_USED_ELSEWHERE
  })
  public Response voidInvoice(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      InvoiceJson.@Nullable @Valid Because body) {
    return answer(
        caller,
        invoices.voidInvoice(because(caller, body), id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Gives an invoice up; it can still be paid. */
  @POST
  @Path("/{id}/give-up")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.INVOICES_WRITE)
  @Answers(InvoiceJson.View.class)
  @Refuses({ProblemCode.INVOICE_NOT_FOUND, ProblemCode.INVOICE_STEP_NOT_ALLOWED})
  public Response giveUp(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      InvoiceJson.@Nullable @Valid Because body) {
    return answer(
        caller, invoices.giveUp(because(caller, body), id, EntityTags.expectedVersion(ifMatch)));
  }

  private List<LineDetails> priced(CallContext context, UUID customerId, List<LineRequest> wanted) {
    return pricing.price(context.scope(), customerId, context.at(), wanted);
  }

  private static CallContext because(Caller caller, InvoiceJson.@Nullable Because body) {
    return caller.context().because(body == null ? null : body.reason());
  }

  private Response answer(Caller caller, Invoice invoice) {
    return Response.ok(view(caller.scope(), invoice)).tag(EntityTags.of(invoice.version())).build();
  }

  private InvoiceJson.View view(TenantScope scope, Invoice invoice) {
    return InvoiceJson.View.of(invoice, invoices.lines(scope, invoice.id()));
  }
}
