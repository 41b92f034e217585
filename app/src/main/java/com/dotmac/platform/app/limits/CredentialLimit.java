package com.dotmac.platform.app.limits;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.http.Problem;
import com.dotmac.platform.app.http.ProblemCode;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * Takes a token of the caller's bucket for each request, and tells him in each answer how many are
 * left (draft-ietf-httpapi-ratelimit-headers).
 */
@Priority(Priorities.AUTHENTICATION + 1)
final class CredentialLimit implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String POLICY = "\"credential\"";
  private static final String LEFT = CredentialLimit.class.getName();

  private final Buckets buckets;
  private final String policy;

  CredentialLimit(Buckets buckets) {
    this.buckets = buckets;
    policy = POLICY + ";q=" + buckets.capacity() + ";w=" + buckets.seconds();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Caller caller = (Caller) request.getSecurityContext().getUserPrincipal();
    String credential =
        caller.scope().tenantId() + " " + caller.actor().kind().code() + " " + caller.actor().id();
    ConsumptionProbe probe = buckets.of(credential).tryConsumeAndReturnRemaining(1);
    request.setProperty(
        LEFT,
        POLICY
            + ";r="
            + probe.getRemainingTokens()
            + ";t="
            + Buckets.secondsOf(probe.getNanosToWaitForReset()));
    if (!probe.isConsumed()) {
      request.abortWith(refusal(Buckets.secondsOf(probe.getNanosToWaitForRefill())));
    }
  }

  private static Response refusal(long seconds) {
    return Response.fromResponse(
            Problem.of(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "The credential has sent as many requests as it may for now.",
                    List.of())
                .response())
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .build();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Object left = request.getProperty(LEFT);
    if (left != null) {
      response.getHeaders().putSingle("RateLimit-Policy", policy);
      response.getHeaders().putSingle("RateLimit", left);
    }
  }
}
