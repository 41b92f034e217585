package com.dotmac.platform.app.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.TransactionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction that could not be ended. If the database went away meanwhile, it may have committed
 * and nobody was told: the caller is told just that, and not that nothing was done.
 */
final class CommitProblems implements ExceptionMapper<TransactionException> {

  private static final Logger LOGGER = LoggerFactory.getLogger(CommitProblems.class);

  @Override
  public Response toResponse(TransactionException e) {
    LOGGER.error("Request {} failed at its end", RequestId.current(), e);
    return e.getCause() instanceof SQLException cause && DatabaseProblems.isAway(cause)
        ? Problem.of(
                ProblemCode.OUTCOME_UNKNOWN,
                "The database went away while the change was made final.",
                List.of())
            .response()
        : ExceptionMappers.surprise();
  }
}
