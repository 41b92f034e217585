package com.dotmac.platform.app.billing.catalog;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.billing.catalog.CatalogStatus;
import com.dotmac.platform.domain.billing.catalog.Product;
import com.dotmac.platform.domain.billing.catalog.ProductFilter;
import com.dotmac.platform.domain.billing.catalog.ProductService;
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

/** Products: create, read, list, change, archive. */
@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ProductResource {

  private final ProductService products;

  /** A resource over the door. */
  ProductResource(ProductService products) {
    this.products = products;
  }

  /** Creates a product. */
  @POST
  @UnitOfWork
  @Requires(Permission.CATALOG_WRITE)
  @Answers(value = ProductJson.View.class, status = 201)
  @Refuses({
    ProblemCode.PRODUCT_CODE_TAKEN,
    ProblemCode.PRODUCT_CATEGORY_NOT_FOUND,
    ProblemCode.PRODUCT_CATEGORY_ARCHIVED
  })
  public Response create(
      @Auth Caller caller, @NotNull @Valid ProductJson.Create body, @Context UriInfo uri) {
    Product product = products.create(caller.context(), body.code(), body.details());
    return Response.created(uri.getAbsolutePathBuilder().path(product.id().toString()).build())
        .tag(EntityTags.of(product.version()))
        .entity(ProductJson.View.of(product))
        .build();
  }

  /** Lists products, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CATALOG_READ)
  @Answers(value = ProductJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable CatalogStatus status,
      @QueryParam("categoryId") @Nullable UUID categoryId,
      @QueryParam("search") @Nullable @Size(min = 1, max = 100) String search,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        products.list(
            caller.scope(),
            new ProductFilter(status, categoryId, search),
            PageJson.request(limit, cursor)),
        ProductJson.View::of,
        uri);
  }

  /** Reads a product. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CATALOG_READ)
  @Answers(ProductJson.View.class)
  @Refuses(ProblemCode.PRODUCT_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(products.get(caller.scope(), id));
  }

  /** Changes what is said of a product, for lines that are priced from then on. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.CATALOG_WRITE)
  @Answers(ProductJson.View.class)
  @Refuses({
    ProblemCode.PRODUCT_NOT_FOUND,
    ProblemCode.PRODUCT_ARCHIVED,
    ProblemCode.PRODUCT_CATEGORY_NOT_FOUND,
    ProblemCode.PRODUCT_CATEGORY_ARCHIVED
  })
  public Response change(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ProductJson.Change body) {
    return answer(
        products.change(
            caller.context(), id, EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  /** Archives a product: it is for nothing new, nor are its plans. What was sold goes on. */
  @POST
  @Path("/{id}/archive")
  @UnitOfWork
  @Requires(Permission.CATALOG_WRITE)
  @Answers(ProductJson.View.class)
  @Refuses({ProblemCode.PRODUCT_NOT_FOUND, ProblemCode.PRODUCT_ARCHIVED})
  public Response archive(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(products.archive(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(Product product) {
    return Response.ok(ProductJson.View.of(product)).tag(EntityTags.of(product.version())).build();
  }
}
