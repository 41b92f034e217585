package com.dotmac.platform.app.logging;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.request.logging.RequestLogFactory;
import org.eclipse.jetty.server.RequestLog;

/**
 * The request log {@code dotmac} of the server: a line per request, through the logger {@code
 * http.access} and so to the same place and in the same form as every other line.
 */
@JsonTypeName("dotmac")
public final class AccessLogFactory implements RequestLogFactory<RequestLog> {

  @Override
  public boolean isEnabled() {
    return true;
  }

  @Override
  public RequestLog build(String name) {
    return new AccessLog();
  }
}
