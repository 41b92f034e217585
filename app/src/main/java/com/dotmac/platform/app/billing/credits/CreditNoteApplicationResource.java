package com.dotmac.platform.app.billing.credits;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.idempotency.IdempotencyRequired;
import com.dotmac.platform.domain.billing.credits.CreditNoteApplication;
import com.dotmac.platform.domain.billing.credits.CreditNoteService;
import com.dotmac.platform.domain.identity.Permission;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a credit note is used for: apply, read, list. */
@Path("/api/v1/credit-notes/{creditNoteId}/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CreditNoteApplicationResource {

  private final CreditNoteService notes;

  /** A resource over the door. */
  CreditNoteApplicationResource(CreditNoteService notes) {
    this.notes = notes;
  }

  /** Applies what is left of a credit note to an invoice of its customer. */
  @POST
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.CREDIT_NOTES_WRITE)
  @Answers(value = CreditNoteJson.Application.class, status = 201, tag = false)
  @Refuses({
    ProblemCode.CREDIT_NOTE_NOT_FOUND,
    ProblemCode.CREDIT_NOTE_VOID,
    ProblemCode.INVOICE_NOT_FOUND,
    ProblemCode.CREDIT_NOTE_OTHER_CUSTOMER,
    ProblemCode.CREDIT_NOTE_INVOICE_NOT_OPEN,
    ProblemCode.CREDIT_NOTE_OTHER_CURRENCY,
    ProblemCode.CREDIT_NOTE_APPLICATION_EXCEEDS
  })
  public Response apply(
      @Auth Caller caller,
      @PathParam("creditNoteId") UUID creditNoteId,
      @NotNull @Valid CreditNoteJson.Apply body,
      @Context UriInfo uri) {
    CreditNoteApplication application =
        notes.apply(caller.context(), creditNoteId, body.invoiceId(), body.money());
    return Response.created(uri.getAbsolutePathBuilder().path(application.id().toString()).build())
        .entity(CreditNoteJson.Application.of(application))
        .build();
  }

  /** Lists what a credit note was used for, newest first, also what was undone. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CREDIT_NOTES_READ)
  @Answers(value = CreditNoteJson.Application.class, page = true)
  @Refuses(ProblemCode.CREDIT_NOTE_NOT_FOUND)
  public Response list(
      @Auth Caller caller,
      @PathParam("creditNoteId") UUID creditNoteId,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        notes.applications(caller.scope(), creditNoteId, PageJson.request(limit, cursor)),
        CreditNoteJson.Application::of,
        uri);
  }

  /** Reads one. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CREDIT_NOTES_READ)
  @Answers(value = CreditNoteJson.Application.class, tag = false)
  @Refuses({ProblemCode.CREDIT_NOTE_NOT_FOUND, ProblemCode.CREDIT_NOTE_APPLICATION_NOT_FOUND})
  public Response read(
      @Auth Caller caller, @PathParam("creditNoteId") UUID creditNoteId, @PathParam("id") UUID id) {
    return Response.ok(
            CreditNoteJson.Application.of(notes.application(caller.scope(), creditNoteId, id)))
        .build();
  }
}
