package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.StandardRole;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;

/** Roles that every tenant has. */
@Path("/api/v1/standard-roles")
@Produces(MediaType.APPLICATION_JSON)
public final class StandardRoleResource {

  /** Lists all of them, on one page, with what each allows. */
  @GET
  @Requires(Permission.ROLES_READ)
  @Answers(value = RoleJson.Standard.class, page = true)
  public Response list(@Auth Caller caller) {
    return Response.ok(
            new PageJson<>(
                Arrays.stream(StandardRole.values()).map(RoleJson.Standard::of).toList(), null))
        .build();
  }
}
