package com.dotmac.platform.app.billing.credits;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.idempotency.IdempotencyRequired;
import com.dotmac.platform.domain.billing.credits.CreditNote;
import com.dotmac.platform.domain.billing.credits.CreditNoteFilter;
import com.dotmac.platform.domain.billing.credits.CreditNoteService;
import com.dotmac.platform.domain.billing.credits.CreditNoteStatus;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.tenancy.CallContext;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Credit notes: issue, read, list, make void. */
@Path("/api/v1/credit-notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CreditNoteResource {

  private final CreditNoteService notes;

  /** A resource over the door. */
  CreditNoteResource(CreditNoteService notes) {
    this.notes = notes;
  }

  /** Issues a credit note, and applies it to its invoice unless told otherwise. */
  @POST
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.CREDIT_NOTES_WRITE)
  @Answers(value = CreditNoteJson.View.class, status = 201)
  @Refuses({
    ProblemCode.INVOICE_NOT_FOUND,
    ProblemCode.CREDIT_NOTE_INVOICE_NOT_CREDITABLE,
    ProblemCode.CREDIT_NOTE_EXCEEDS_INVOICE,
    ProblemCode.CREDIT_NOTE_NOTHING_TO_CREDIT,
    ProblemCode.CREDIT_NOTE_LINE_NOT_FOUND,
    ProblemCode.CREDIT_NOTE_LINE_EXCEEDED,
    ProblemCode.CREDIT_NOTE_OTHER_CURRENCY
  })
  public Response issue(
      @Auth Caller caller, @NotNull @Valid CreditNoteJson.Create body, @Context UriInfo uri) {
    CreditNote note =
        notes.issue(caller.context(), body.invoiceId(), body.reason(), body.wish(), body.applies());
    return Response.created(uri.getAbsolutePathBuilder().path(note.id().toString()).build())
        .tag(EntityTags.of(note.version()))
        .entity(CreditNoteJson.View.of(note, notes.lines(caller.scope(), note.id())))
        .build();
  }

  /** Lists credit notes without their lines, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CREDIT_NOTES_READ)
  @Answers(value = CreditNoteJson.Summary.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable CreditNoteStatus status,
      @QueryParam("customerId") @Nullable UUID customerId,
      @QueryParam("invoiceId") @Nullable UUID invoiceId,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        notes.list(
            caller.scope(),
            new CreditNoteFilter(customerId, invoiceId, status),
            PageJson.request(limit, cursor)),
        CreditNoteJson.Summary::of,
        uri);
  }

  /** Reads a credit note. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CREDIT_NOTES_READ)
  @Answers(CreditNoteJson.View.class)
  @Refuses(ProblemCode.CREDIT_NOTE_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(caller, notes.get(caller.scope(), id));
  }

  /** Makes a credit note void: whatever it was applied to is owed as if it had never been. */
  @POST
  @Path("/{id}/void")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.CREDIT_NOTES_WRITE)
  @Answers(CreditNoteJson.View.class)
  @Refuses({ProblemCode.CREDIT_NOTE_NOT_FOUND, ProblemCode.CREDIT_NOTE_VOID})
  public Response makeVoid(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      CreditNoteJson.@Nullable @Valid MakeVoid body) {
    CallContext context = caller.context().because(body == null ? null : body.reason());
    return answer(caller, notes.makeVoid(context, id, EntityTags.expectedVersion(ifMatch)));
  }

  private Response answer(Caller caller, CreditNote note) {
    return Response.ok(CreditNoteJson.View.of(note, notes.lines(caller.scope(), note.id())))
        .tag(EntityTags.of(note.version()))
        .build();
  }
}
