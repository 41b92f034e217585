package com.dotmac.platform.app.logging;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes a line when an answer was sent, also for what the server refuses before there is a
 * resource. An answer of 500 or above is a warning, any other an information. Says the path and
 * never the query, which people search with.
 */
final class AccessLog implements RequestLog {

  /** Name of the logger. */
  static final String LOGGER_NAME = "http.access";

  private static final Logger LOGGER = LoggerFactory.getLogger(LOGGER_NAME);
  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);
  private static final double PER_MILLE = 1000;
  private static final int SERVER_ERROR = 500;
  private static final String REQUEST_ID = "X-Request-Id";

  @Override
  public void log(Request request, Response response) {
    int status = response.getStatus();
    LoggingEventBuilder line = LOGGER.atLevel(status >= SERVER_ERROR ? Level.WARN : Level.INFO);
    if (!LOGGER.isEnabledForLevel(status >= SERVER_ERROR ? Level.WARN : Level.INFO)) {
      return;
    }
    String path = request.getHttpURI().getPath();
    double millis =
        Math.round((System.nanoTime() - request.getBeginNanoTime()) / NANOS_PER_MILLI * PER_MILLE)
            / PER_MILLE;
    add(line, RequestFields.REQUEST_ID, response.getHeaders().get(REQUEST_ID));
    RequestFields.ALL.stream()
        .filter(field -> !field.equals(RequestFields.REQUEST_ID))
        .forEach(field -> add(line, field, request.getAttribute(field)));
    add(line, "remoteAddress", Request.getRemoteAddr(request));
    add(line, "method", request.getMethod());
    add(line, "path", path);
    add(line, "status", status);
    add(line, "durationMs", millis);
    add(line, "bytes", Response.getContentBytesWritten(response));
    line.log(
        String.format(Locale.ROOT, "%s %s %d %.1f ms", request.getMethod(), path, status, millis));
  }

  private static void add(LoggingEventBuilder line, String field, @Nullable Object value) {
    if (value != null) {
      line.addKeyValue(field, value);
    }
  }
}
