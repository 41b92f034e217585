package com.dotmac.platform.app.customers;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.customers.CustomerContact;
import com.dotmac.platform.domain.customers.CustomerContactService;
import com.dotmac.platform.domain.identity.Permission;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people at a customer's: add, read, list, change, remove. */
@Path("/api/v1/customers/{customerId}/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CustomerContactResource {

  private final CustomerContactService contacts;

  /** A resource over the door. */
  CustomerContactResource(CustomerContactService contacts) {
    this.contacts = contacts;
  }

  /** Adds a person. */
  @POST
  @UnitOfWork
  @Requires(Permission.CUSTOMERS_WRITE)
  @Answers(value = CustomerContactJson.View.class, status = 201)
  @Refuses({
    ProblemCode.CUSTOMER_NOT_FOUND,
    ProblemCode.CUSTOMER_ARCHIVED,
    ProblemCode.CUSTOMER_CONTACT_EMAIL_TAKEN,
    ProblemCode.CUSTOMER_CONTACT_PRIMARY_TAKEN
  })
  public Response add(
      @Auth Caller caller,
      @PathParam("customerId") UUID customerId,
      @NotNull @Valid CustomerContactJson.Create body,
      @Context UriInfo uri) {
    CustomerContact contact = contacts.add(caller.context(), customerId, body.details());
    return Response.created(uri.getAbsolutePathBuilder().path(contact.id().toString()).build())
        .tag(EntityTags.of(contact.version()))
        .entity(CustomerContactJson.View.of(contact))
        .build();
  }

  /** Lists the people, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CUSTOMERS_READ)
  @Answers(value = CustomerContactJson.View.class, page = true)
  @Refuses(ProblemCode.CUSTOMER_NOT_FOUND)
  public Response list(
      @Auth Caller caller,
      @PathParam("customerId") UUID customerId,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        contacts.list(caller.scope(), customerId, PageJson.request(limit, cursor)),
        CustomerContactJson.View::of,
        uri);
  }

  /** Reads a person. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CUSTOMERS_READ)
  @Answers(CustomerContactJson.View.class)
  @Refuses(ProblemCode.CUSTOMER_CONTACT_NOT_FOUND)
  public Response read(
      @Auth Caller caller, @PathParam("customerId") UUID customerId, @PathParam("id") UUID id) {
    return answer(contacts.get(caller.scope(), customerId, id));
  }

  /** Changes what is said of a person. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.CUSTOMERS_WRITE)
  @Answers(CustomerContactJson.View.class)
  @Refuses({
    ProblemCode.CUSTOMER_CONTACT_NOT_FOUND,
    ProblemCode.CUSTOMER_CONTACT_EMAIL_TAKEN,
    ProblemCode.CUSTOMER_CONTACT_PRIMARY_TAKEN
  })
  public Response change(
      @Auth Caller caller,
      @PathParam("customerId") UUID customerId,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CustomerContactJson.Change body) {
    return answer(
        contacts.change(
            caller.context(),
            customerId,
            id,
            EntityTags.expectedVersion(ifMatch),
            body::appliedTo));
  }

  /** Removes a person, and answers with what was said of him. */
  @DELETE
  @Path("/{id}")
  @UnitOfWork
  @Requires(Permission.CUSTOMERS_WRITE)
  @Answers(CustomerContactJson.View.class)
  @Refuses(ProblemCode.CUSTOMER_CONTACT_NOT_FOUND)
  public Response remove(
      @Auth Caller caller,
      @PathParam("customerId") UUID customerId,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(
        contacts.remove(caller.context(), customerId, id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(CustomerContact contact) {
    return Response.ok(CustomerContactJson.View.of(contact))
        .tag(EntityTags.of(contact.version()))
        .build();
  }
}
