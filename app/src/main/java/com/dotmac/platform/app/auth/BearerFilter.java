package com.dotmac.platform.app.auth;

import com.dotmac.platform.app.http.Problem;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.logging.RequestFields;
import io.dropwizard.auth.AuthFilter;
import io.dropwizard.auth.Authenticator;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the credential from {@code Authorization: Bearer …} (RFC 6750) and from nowhere else: a key
 * in an address would end up in logs.
 */
@Priority(Priorities.AUTHENTICATION)
public final class BearerFilter extends AuthFilter<String, Caller> {

  private static final String SCHEME = "Bearer";

  private BearerFilter() {}

  /** A filter that asks an authenticator. */
  static BearerFilter of(Authenticator<String, Caller> authenticator) {
    return new Builder()
        .setAuthenticator(authenticator)
        .setPrefix(SCHEME)
        .setRealm(Problem.REALM)
        .buildAuthFilter();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String credential = credential(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    if (!authenticate(request, credential, SCHEME)) {
      request.abortWith(unauthenticated());
      return;
    }
    Caller caller = (Caller) request.getSecurityContext().getUserPrincipal();
    RequestFields.caller(request, caller.scope().tenantId(), caller.actor().id());
  }

  private static @Nullable String credential(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1)) {
      return null;
    }
    return header.substring(SCHEME.length() + 1).strip();
  }

  private static Response unauthenticated() {
    return Problem.of(
            ProblemCode.UNAUTHENTICATED,
            "Send a valid API key or access token: Authorization: Bearer …",
            List.of())
        .response();
  }

  private static final class Builder extends AuthFilterBuilder<String, Caller, BearerFilter> {
    @Override
    protected BearerFilter newInstance() {
      return new BearerFilter();
    }
  }
}
