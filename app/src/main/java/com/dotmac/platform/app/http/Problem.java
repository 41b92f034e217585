package com.dotmac.platform.app.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a refusal: problem details of RFC 9457.
 *
 * @param type address of the kind of problem, relative to the API
 * @param title what it is, the same for each occurrence
 * @param status HTTP status
 * @param code stable name of the kind of problem
 * @param detail what happened this time
 * @param requestId id to name when asking for help; {@code null} where no request is known
 * @param errors the single faults; empty when there is but one
 * @param passing whether the same request may succeed a moment later; not on the wire
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String code,
    String detail,
    @Nullable String requestId,
    List<Fault> errors,
    @JsonIgnore boolean passing) {

  /** Seconds after which a request may be repeated that failed for a passing reason. */
  static final String RETRY_AFTER_SECONDS = "1";

  /** What the credentials of this API are good for, as HTTP puts it. */
  public static final String REALM = "dotmac";

  /** Media type of problems. */
  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  /**
   * One fault of a request.
   *
   * @param pointer where in the body, as a JSON pointer (RFC 6901); {@code null} when it is not in
   *     the body
   * @param parameter name of the query parameter or header; {@code null} when it is in the body
   * @param detail what is wrong
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Fault(@Nullable String pointer, @Nullable String parameter, String detail) {

    /** A fault in the body. */
    public static Fault at(String pointer, String detail) {
      return new Fault(pointer, null, detail);
    }

    /** A fault in a query parameter or header. */
    public static Fault in(String parameter, String detail) {
      return new Fault(null, parameter, detail);
    }
  }

  /** Takes a copy. */
  public Problem {
    errors = List.copyOf(errors);
  }

  /** A problem with a status of its own. */
  static Problem of(ProblemCode code, int status, String detail, List<Fault> errors) {
    return new Problem(
        "/problems/" + code.slug(),
        code.title(),
        status,
        code.slug(),
        detail,
        RequestId.current(),
        errors,
        code.passing());
  }

  /** The same problem of the request with this id. */
  Problem withRequestId(String id) {
    return new Problem(type, title, status, code, detail, id, errors, passing);
  }

  /** A problem. */
  public static Problem of(ProblemCode code, String detail, List<Fault> errors) {
    return of(code, code.status(), detail, errors);
  }

  /**
   * The problem as an answer; one of a missing credential says how one is sent (RFC 9110, 11.6).
   */
  public Response response() {
    Response.ResponseBuilder answer = Response.status(status).type(MEDIA_TYPE).entity(this);
    if (passing) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"" + REALM + "\"");
    }
    return answer.build();
  }
}
