package com.dotmac.platform.app.billing.catalog;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.billing.catalog.CatalogFilter;
import com.dotmac.platform.domain.billing.catalog.CatalogStatus;
import com.dotmac.platform.domain.billing.catalog.CategoryService;
import com.dotmac.platform.domain.billing.catalog.ProductCategory;
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

/** Categories of products: create, read, list, change, archive. */
@Path("/api/v1/product-categories")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ProductCategoryResource {

  private final CategoryService categories;

  /** A resource over the door. */
  ProductCategoryResource(CategoryService categories) {
    this.categories = categories;
  }

  /** Creates a category. */
  @POST
  @UnitOfWork
  @Requires(Permission.CATALOG_WRITE)
  @Answers(value = ProductCategoryJson.View.class, status = 201)
  @Refuses(ProblemCode.PRODUCT_CATEGORY_CODE_TAKEN)
  public Response create(
      @Auth Caller caller, @NotNull @Valid ProductCategoryJson.Create body, @Context UriInfo uri) {
    ProductCategory category = categories.create(caller.context(), body.code(), body.name());
    return Response.created(uri.getAbsolutePathBuilder().path(category.id().toString()).build())
        .tag(EntityTags.of(category.version()))
        .entity(ProductCategoryJson.View.of(category))
        .build();
  }

  /** Lists categories, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CATALOG_READ)
  @Answers(value = ProductCategoryJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable CatalogStatus status,
      @QueryParam("search") @Nullable @Size(min = 1, max = 100) String search,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        categories.list(
            caller.scope(), new CatalogFilter(status, search), PageJson.request(limit, cursor)),
        ProductCategoryJson.View::of,
        uri);
  }

  /** Reads a category. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.CATALOG_READ)
  @Answers(ProductCategoryJson.View.class)
  @Refuses(ProblemCode.PRODUCT_CATEGORY_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(categories.get(caller.scope(), id));
  }

  /** Changes the name of a category. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.CATALOG_WRITE)
  @Answers(ProductCategoryJson.View.class)
  @Refuses({ProblemCode.PRODUCT_CATEGORY_NOT_FOUND, ProblemCode.PRODUCT_CATEGORY_ARCHIVED})
  public Response change(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ProductCategoryJson.Change body) {
    return answer(
        categories.change(
            caller.context(), id, EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  /** Archives a category: nothing new comes into it. */
  @POST
  @Path("/{id}/archive")
  @UnitOfWork
  @Requires(Permission.CATALOG_WRITE)
  @Answers(ProductCategoryJson.View.class)
  @Refuses({ProblemCode.PRODUCT_CATEGORY_NOT_FOUND, ProblemCode.PRODUCT_CATEGORY_ARCHIVED})
  public Response archive(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(categories.archive(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(ProductCategory category) {
    return Response.ok(ProductCategoryJson.View.of(category))
        .tag(EntityTags.of(category.version()))
        .build();
  }
}
