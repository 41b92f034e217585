package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.ApiKey;
import com.dotmac.platform.domain.identity.ApiKeyService;
import com.dotmac.platform.domain.identity.IssuedApiKey;
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

/** API keys: issue, read, list, rotate, revoke. */
@Path(ApiKeyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ApiKeyResource {

  static final String PATH = "/api/v1/api-keys";

  private final ApiKeyService keys;

  /** A resource over the door. */
  ApiKeyResource(ApiKeyService keys) {
    this.keys = keys;
  }

  /** Issues a key; its text is in this answer and in no other. */
  @POST
  @UnitOfWork
  @Requires(Permission.API_KEYS_WRITE)
  @Answers(value = ApiKeyJson.Issued.class, status = 201)
  @Refuses(ProblemCode.API_KEY_GRANTS_TOO_MUCH)
  public Response create(
      @Auth Caller caller, @NotNull @Valid ApiKeyJson.Create body, @Context UriInfo uri) {
    return issued(
        keys.issue(caller.context(), body.name(), body.granted(), body.expiresAt()), caller, uri);
  }

  /** Lists keys, newest first, also those that open nothing any more. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.API_KEYS_READ)
  @Answers(value = ApiKeyJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        keys.list(caller.scope(), PageJson.request(limit, cursor)),
        key -> ApiKeyJson.View.of(key, caller.at()),
        uri);
  }

  /** Reads a key. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.API_KEYS_READ)
  @Answers(ApiKeyJson.View.class)
  @Refuses(ProblemCode.API_KEY_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(keys.get(caller.scope(), id), caller);
  }

  /** Issues a key in place of another, which still opens for a while. */
  @POST
  @Path("/{id}/rotate")
  @UnitOfWork
  @Requires(Permission.API_KEYS_WRITE)
  @Answers(value = ApiKeyJson.Issued.class, status = 201)
  @Refuses({
    ProblemCode.API_KEY_NOT_FOUND,
    ProblemCode.API_KEY_NOT_ACTIVE,
    ProblemCode.API_KEY_GRANTS_TOO_MUCH
  })
  public Response rotate(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid ApiKeyJson.@Nullable Rotate body,
      @Context UriInfo uri) {
    ApiKeyJson.Rotate wish = body == null ? ApiKeyJson.Rotate.AS_USUAL : body;
    return issued(
        keys.rotate(
            caller.context(),
            id,
            EntityTags.expectedVersion(ifMatch),
            wish.overlap(),
            wish.expiresAt()),
        caller,
        uri);
  }

  /** Revokes a key: the next request with it is refused. */
  @POST
  @Path("/{id}/revoke")
  @UnitOfWork
  @Requires(Permission.API_KEYS_WRITE)
  @Answers(ApiKeyJson.View.class)
  @Refuses(ProblemCode.API_KEY_NOT_FOUND)
  public Response revoke(
      @Auth Caller caller, @PathParam("id") UUID id, @Valid ApiKeyJson.@Nullable Revoke body) {
    String reason = body == null ? null : body.reason();
    return answer(keys.revoke(caller.context().because(reason), id), caller);
  }

  private static Response issued(IssuedApiKey issued, Caller caller, UriInfo uri) {
    ApiKey key = issued.key();
    return Response.created(uri.getBaseUriBuilder().path(PATH).path(key.id().toString()).build())
        .tag(EntityTags.of(key.version()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(ApiKeyJson.Issued.of(issued, caller.at()))
        .build();
  }

  private static Response answer(ApiKey key, Caller caller) {
    return Response.ok(ApiKeyJson.View.of(key, caller.at()))
        .tag(EntityTags.of(key.version()))
        .build();
  }
}
