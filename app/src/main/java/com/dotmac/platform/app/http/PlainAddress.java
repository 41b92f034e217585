package com.dotmac.platform.app.http;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets an endpoint have one address only, and one that can be read. Jersey would overlook a slash
 * at the end, whatever stands behind a semicolon, and a parameter without a name, would guess at
 * what is encoded wrongly, and answer at addresses that nobody described.
 */
@PreMatching
@Priority(1)
public final class PlainAddress implements ContainerRequestFilter {

  /** Has the query as it came; Jersey's own was mended where it is encoded wrongly. */
  @Context private @Nullable HttpServletRequest sent;

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getRequestUri().getRawPath();
    if (path.indexOf(';') >= 0 || (path.length() > 1 && path.endsWith("/"))) {
      throw new ProblemException(ProblemCode.NOT_FOUND, "There is nothing at this address.");
    }
    String query = Objects.requireNonNull(sent).getQueryString();
    if (query != null) {
      refuseUnreadable(query);
    }
  }

  private static void refuseUnreadable(String query) {
    for (String pair : query.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      if (sides[0].isEmpty() && sides.length > 1) {
        throw QueryParameterFilter.refusal("", "has no name");
      }
      if (!EncodedText.isReadable(pair)) {
        String name =
            EncodedText.isReadable(sides[0])
                ? URLDecoder.decode(sides[0], StandardCharsets.UTF_8)
                : "";
        throw QueryParameterFilter.refusal(name, "is not encoded as UTF-8");
      }
    }
  }
}
