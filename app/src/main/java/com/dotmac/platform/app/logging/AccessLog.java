package com.dotmac.platform.app.logging;

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
    Level level = status >= SERVER_ERROR ? Level.WARN : Level.INFO;
    if (!LOGGER.isEnabledForLevel(level)) {
      return;
    }
    String path = request.getHttpURI().getPath();
    double millis =
        Math.round((System.nanoTime() - request.getBeginNanoTime()) / NANOS_PER_MILLI * PER_MILLE)
            / PER_MILLE;
    LoggingEventBuilder line = LOGGER.atLevel(level);
    line = add(line, RequestFields.REQUEST_ID, response.getHeaders().get(REQUEST_ID));
    for (String field : RequestFields.ALL) {
      if (!field.equals(RequestFields.REQUEST_ID)) {
        line = add(line, field, request.getAttribute(field));
      }
    }
    line = add(line, "remoteAddress", Request.getRemoteAddr(request));
    line = add(line, "method", request.getMethod());
    line = add(line, "path", path);
    line = add(line, "status", status);
    line = add(line, "durationMs", millis);
    line = add(line, "bytes", Response.getContentBytesWritten(response));
    line.log(
        request.getMethod()
            + ' '
            + path
            + ' '
            + status
            + ' '
            + Math.round(millis * 10) / 10.0
            + " ms");
  }

  private static LoggingEventBuilder add(
      LoggingEventBuilder line, String field, @Nullable Object value) {
    return value == null ? line : line.addKeyValue(field, value);
  }
}
