package com.dotmac.platform.app.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.eclipse.jetty.http.HttpException;

/**
 * The problem of a refusal that is known only by its status: the server gives it before there is a
 * resource, or Jersey before there is a method.
 */
final class ProtocolProblems {

  private ProtocolProblems() {}

  /** The problem of a status; a status that the API never gives becomes a general refusal. */
  static Problem of(int status) {
    return switch (status) {
      case 401 -> problem(ProblemCode.UNAUTHENTICATED, "Send a valid API key.");
      case 403 -> problem(ProblemCode.PERMISSION_DENIED, "Not with this credential.");
      case 404 -> problem(ProblemCode.NOT_FOUND, "There is nothing at this address.");
      case 405 -> problem(ProblemCode.METHOD_NOT_ALLOWED, "See the Allow header.");
      case 406 -> problem(ProblemCode.NOT_ACCEPTABLE, "Accept application/json.");
      case 413 -> problem(ProblemCode.BODY_TOO_LARGE, "The body has more bytes than are read.");
      case 414 -> problem(ProblemCode.URI_TOO_LONG, "Send a shorter address.");
      case 415 -> problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
      case 429 -> problem(ProblemCode.TOO_MANY_REQUESTS, "See the Retry-After header.");
      case 431 -> problem(ProblemCode.HEADERS_TOO_LARGE, "Send fewer or shorter headers.");
      case 501, 505 ->
          Problem.of(ProblemCode.REQUEST_REFUSED, status, "Speak HTTP/1.1.", List.of());
      case 503 -> problem(ProblemCode.SERVICE_UNAVAILABLE, "Try again in a moment.");
      default ->
          status < 500
              ? Problem.of(
                  ProblemCode.REQUEST_REFUSED, status, "The request is refused.", List.of())
              : problem(ProblemCode.INTERNAL_ERROR, "Name the requestId when you ask for help.");
    };
  }

  /**
   * The problem of a request that the server found at fault while somebody read its body: too
   * large, ended too early, no HTTP, or not compressed as it says. Empty when the failure has
   * another cause.
   */
  static Optional<Problem> carriedBy(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> ofCause(cause).stream())
        .findFirst();
  }

  private static Optional<Problem> ofCause(Throwable cause) {
    if (cause instanceof HttpException http) {
      return Optional.of(of(http.getCode()));
    }
    return cause instanceof ZipException
        ? Optional.of(
            problem(ProblemCode.MALFORMED_REQUEST, "The body is not what Content-Encoding says."))
        : Optional.empty();
  }

  private static Problem problem(ProblemCode code, String detail) {
    return Problem.of(code, detail, List.of());
  }
}
