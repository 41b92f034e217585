package com.dotmac.platform.app.http;

import com.dotmac.platform.app.logging.RequestFields;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request an id: the one that the caller sent, if it is harmless, else a new one. It
 * stands in the answer, in problems, in the log and in the audit trail.
 */
@PreMatching
@Priority(0)
public final class RequestId implements ContainerRequestFilter, ContainerResponseFilter {

  /** Header that carries the id both ways. */
  public static final String HEADER = "X-Request-Id";

  private static final Pattern HARMLESS = Pattern.compile("[\\w.:-]{1,64}");

  /** Id of the request that this thread works on; {@code null} outside a request. */
  public static @Nullable String current() {
    return RequestFields.requestId();
  }

  /** The id that the caller sent, if it is harmless, else a new one. */
  static String accepted(@Nullable String sent) {
    return sent != null && HARMLESS.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    RequestFields.begin(request, accepted(request.getHeaderString(HEADER)));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String id = current();
    if (id != null) {
      response.getHeaders().putSingle(HEADER, id);
    }
  }
}
