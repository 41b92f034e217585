package com.dotmac.platform.app.http;

import com.dotmac.platform.app.http.CodeParameters.UnknownCodeException;
import com.dotmac.platform.app.http.Problem.Fault;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Optional;
import org.glassfish.jersey.server.ParamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mappers of everything that is no refusal of the domain. */
final class ExceptionMappers {

  private static final Logger LOGGER = LoggerFactory.getLogger(ExceptionMappers.class);

  private ExceptionMappers() {}

  static void register(JerseyEnvironment jersey) {
    jersey.register(new OfProblem());
    jersey.register(new OfParameter());
    jersey.register(new OfProtocol());
    jersey.register(new OfStaleRow());
    jersey.register(new OfSurprise());
    jersey.register(new DatabaseProblems());
    jersey.register(new CommitProblems());
    jersey.register(new JsonProblems());
    jersey.register(new ValidationProblems());
  }

  private static final class OfProblem implements ExceptionMapper<ProblemException> {
    @Override
    public Response toResponse(ProblemException e) {
      return e.problem().response();
    }
  }

  private static final class OfParameter implements ExceptionMapper<ParamException> {
    @Override
    public Response toResponse(ParamException e) {
      if (e instanceof ParamException.PathParamException) {
        return Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this address.", List.of())
            .response();
      }
      String name = e.getParameterName();
      String fault =
          e.getCause() instanceof UnknownCodeException unknown
              ? String.valueOf(unknown.getMessage())
              : "cannot be read";
      return Problem.of(
              ProblemCode.INVALID_PARAMETER,
              "The parameter '" + name + "' " + fault + ".",
              List.of(Fault.in(name, fault)))
          .response();
    }
  }

  private static final class OfProtocol implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException e) {
      Response refused = e.getResponse();
      if (refused.getStatus() >= 500) {
        LOGGER.error("Request {} failed", RequestId.current(), e);
        return surprise();
      }
      Response.ResponseBuilder answer =
          Response.fromResponse(ProtocolProblems.of(refused.getStatus()).response());
      String allow = refused.getHeaderString(HttpHeaders.ALLOW);
      if (allow != null) {
        answer.header(HttpHeaders.ALLOW, allow);
      }
      if (refused.getStatus() == Response.Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode()) {
        answer.header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
      }
      return answer.build();
    }
  }

  private static final class OfStaleRow implements ExceptionMapper<OptimisticLockException> {
    @Override
    public Response toResponse(OptimisticLockException e) {
      return Problem.of(
              ProblemCode.VERSION_CONFLICT,
              "The resource was changed after you read it. Read it again and repeat your change.",
              List.of())
          .response();
    }
  }

  private static final class OfSurprise implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable e) {
      Optional<Problem> ofTheRequest = ProtocolProblems.carriedBy(e);
      if (ofTheRequest.isPresent()) {
        return ofTheRequest.get().response();
      }
      LOGGER.error("Request {} failed", RequestId.current(), e);
      return surprise();
    }
  }

  /** What the caller learns of a surprise: an id, and nothing else. */
  static Response surprise() {
    return Problem.of(
            ProblemCode.INTERNAL_ERROR, "Name the requestId when you ask for help.", List.of())
        .response();
  }
}
