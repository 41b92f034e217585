package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserRoleService;
import com.dotmac.platform.domain.identity.secondfactor.SecondFactorResetService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An administrator helps who has lost his app and his backup codes. */
@Path("/api/v1/users/{id}/reset-second-factor")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SecondFactorResetResource {

  private final SecondFactorResetService resets;
  private final UserRoleService assignments;

  /** A resource over the doors. */
  SecondFactorResetResource(SecondFactorResetService resets, UserRoleService assignments) {
    this.resets = resets;
    this.assignments = assignments;
  }

  /** Turns a user's second factor off, and ends his sessions. Nobody does it to himself. */
  @POST
  @UnitOfWork
  @Requires(Permission.USERS_WRITE)
  @Answers(UserJson.View.class)
  @Refuses({
    ProblemCode.USER_NOT_FOUND,
    ProblemCode.USER_GRANTS_TOO_MUCH,
    ProblemCode.SECOND_FACTOR_STEP_NOT_ALLOWED
  })
  public Response reset(
      @Auth Caller caller, @PathParam("id") UUID id, @Valid UserJson.@Nullable Step body) {
    User user = resets.reset(caller.context().because(body == null ? null : body.reason()), id);
    return Response.ok(UserJson.View.of(user, assignments.of(caller.scope(), user.id())))
        .tag(EntityTags.of(user.version()))
        .build();
  }
}
