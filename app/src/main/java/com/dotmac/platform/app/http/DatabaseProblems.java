package com.dotmac.platform.app.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import org.apache.tomcat.jdbc.pool.PoolExhaustedException;
import org.hibernate.JDBCException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Failures of the database. One that cannot be reached, or has no connection left, is away for a
 * while and nothing was written; anything else is a surprise.
 */
final class DatabaseProblems implements ExceptionMapper<JDBCException> {

  private static final Logger LOGGER = LoggerFactory.getLogger(DatabaseProblems.class);

  /** Classes of SQLSTATE: connection exception, insufficient resources, operator intervention. */
  private static final List<String> AWAY = List.of("08", "53", "57P");

  @Override
  public Response toResponse(JDBCException e) {
    if (!isAway(e)) {
      LOGGER.error("Request {} failed", RequestId.current(), e);
      return ExceptionMappers.surprise();
    }
    LOGGER.error(
        "Request {} failed, the database is away: {}", RequestId.current(), e.getMessage());
    Response answer =
        Problem.of(
                ProblemCode.SERVICE_UNAVAILABLE,
                "The database is away; try again in a moment.",
                List.of())
            .response();
    return Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, 1).build();
  }

  private static boolean isAway(JDBCException e) {
    String state = e.getSQLState();
    return e.getCause() instanceof PoolExhaustedException
        || (state != null && AWAY.stream().anyMatch(state::startsWith));
  }
}
