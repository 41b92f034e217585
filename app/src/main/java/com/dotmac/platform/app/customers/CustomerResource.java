package com.dotmac.platform.app.customers;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.customers.Customer;
import com.dotmac.platform.domain.customers.CustomerFilter;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.customers.CustomerStatus;
import com.dotmac.platform.domain.identity.Permission;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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

/** Customers: create, read, list, change, archive. */
@Path("/api/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CustomerResource {

  private final CustomerService customers;

  /** A resource over the door. */
  CustomerResource(CustomerService customers) {
    this.customers = customers;
  }

  /** Creates a customer. */
  @POST
  @UnitOfWork
  @Requires(Permission.CUSTOMERS_WRITE)
  @Answers(value = CustomerJson.View.class, status = 201)
  @Refuses(ProblemCode.CUSTOMER_EXTERNAL_ID_TAKEN)
  public Response create(
      @Auth Caller caller, @NotNull @Valid CustomerJson.Create body, @Context UriInfo uri) {
    Customer customer = customers.create(caller.context(), body.details());
    return Response.created(uri.getAbsolutePathBuilder().path(customer.id().toString()).build())
        .tag(EntityTags.of(customer.version()))
        .entity(CustomerJson.View.of(customer))
        .build();
  }

  /** Lists customers, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CUSTOMERS_READ)
  @Answers(value = CustomerJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable CustomerStatus status,
      @QueryParam("search") @Nullable @Size(min = 1, max = 100) String search,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        customers.list(
            caller.scope(), new CustomerFilter(status, search), PageJson.request(limit, cursor)),
        CustomerJson.View::of,
        uri);
  }

  /** Reads a customer. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CUSTOMERS_READ)
  @Answers(CustomerJson.View.class)
  @Refuses(ProblemCode.CUSTOMER_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(customers.get(caller.scope(), id));
  }

  /** Changes what is said of a customer. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.CUSTOMERS_WRITE)
  @Answers(CustomerJson.View.class)
  @Refuses({
    ProblemCode.CUSTOMER_NOT_FOUND,
    ProblemCode.CUSTOMER_ARCHIVED,
    ProblemCode.CUSTOMER_EXTERNAL_ID_TAKEN
  })
  public Response change(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CustomerJson.Change body) {
    return answer(
        customers.change(
            caller.context(), id, EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  /** Archives a customer: kept for the books, closed to anything new. */
  @POST
  @Path("/{id}/archive")
  @UnitOfWork
  @Requires(Permission.CUSTOMERS_WRITE)
  @Answers(CustomerJson.View.class)
  @Refuses({ProblemCode.CUSTOMER_NOT_FOUND, ProblemCode.CUSTOMER_ARCHIVED})
  public Response archive(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(customers.archive(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(Customer customer) {
    return Response.ok(CustomerJson.View.of(customer))
        .tag(EntityTags.of(customer.version()))
        .build();
  }
}
