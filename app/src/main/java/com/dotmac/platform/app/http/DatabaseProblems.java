package com.dotmac.platform.app.http;

import com.dotmac.platform.domain.tenancy.NoConnectionException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.JDBCException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Failures of the database. One that cannot be reached, or has no connection left, is away for a
 * while and nothing was written; anything else is a surprise.
 */
final class DatabaseProblems implements ExceptionMapper<JDBCException> {

  private static final Logger LOGGER = LoggerFactory.getLogger(DatabaseProblems.class);

  /**
   * Beginnings of SQLSTATE: connection exception, insufficient resources, operator intervention,
   * and what the server rolls back because two were in each other's way.
   */
  private static final List<String> AWAY = List.of("08", "53", "57P", "40001", "40P01");

  @Override
  public Response toResponse(JDBCException e) {
    if (!isAway(e.getSQLException())) {
      LOGGER.error("Request {} failed", RequestId.current(), e);
      return ExceptionMappers.surprise();
    }
    LOGGER.error(
        "Request {} failed, the database is away: {}", RequestId.current(), e.getMessage());
    return Problem.of(
            ProblemCode.SERVICE_UNAVAILABLE,
            "The database is away; try again in a moment.",
            List.of())
        .response();
  }

  /** Whether the database could not be asked, for whatever reason. */
  static boolean isAway(SQLException e) {
    String state = e.getSQLState();
    return e instanceof NoConnectionException
        || (state != null && AWAY.stream().anyMatch(state::startsWith));
  }
}
