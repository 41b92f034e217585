package com.dotmac.platform.app.auth;

import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemException;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.tenancy.CurrentTenant;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets a caller through who holds the permission of the endpoint, and binds the request to his
 * tenant.
 *
 * @param permission {@code null}: none is asked for
 */
@Priority(Priorities.AUTHORIZATION)
record PermissionFilter(@Nullable Permission permission) implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    Caller caller = (Caller) request.getSecurityContext().getUserPrincipal();
    if (permission != null && !caller.permissions().contains(permission)) {
      throw new ProblemException(
          ProblemCode.PERMISSION_DENIED,
          "The credential lacks the permission " + permission.code() + ".");
    }
    // Released when the request ends, however it ends: see RequestEnd.
    CurrentTenant.bind(caller.scope());
  }
}
