package com.dotmac.platform.it.openapi;

import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.RequestId;
import com.dotmac.platform.app.idempotency.KeyHeader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Headers of answers: those that are always there, and those that are there in some cases. */
final class Headers {
  private static final String POLICY = "RateLimit-Policy";
  private static final String LEFT = "RateLimit";
  private static final String IF_COUNTED = "-if-counted";
  private static final String IF_PASSING = "-if-passing";

  /** Problems of the server, and of callers whom nobody knows: no bucket is theirs. */
  private static final Set<ProblemCode> NEVER_COUNTED =
      EnumSet.of(
          ProblemCode.UNAUTHENTICATED,
          ProblemCode.SIGN_IN_REFUSED,
          ProblemCode.SESSION_OVER,
          ProblemCode.SIGN_IN_NOT_SET_UP,
          ProblemCode.LINK_REFUSED,
          ProblemCode.URI_TOO_LONG,
          ProblemCode.HEADERS_TOO_LARGE);

  private Headers() {}

  /** The headers that operations refer to. */
  static ObjectNode described() {
    ObjectNode headers = Nodes.object();
    header(headers, RequestId.HEADER, true, "Id of the request, to name when you ask for help.");
    header(headers, HttpHeaders.ETAG, true, "Version of the resource, to send in `If-Match`.");
    header(headers, HttpHeaders.LOCATION, true, "Address of what was created.");
    header(headers, HttpHeaders.LINK, false, "`rel=\"next\"`: address of the next page, if any.");
    header(
        headers,
        KeyHeader.REPLAYED,
        false,
        "`true` when the answer is that of the first request under the `Idempotency-Key`.");
    header(headers, HttpHeaders.WWW_AUTHENTICATE, true, "How to send a credential.");
    String seconds = "Seconds after which to try again";
    header(headers, HttpHeaders.RETRY_AFTER, true, seconds + ".");
    header(
        headers,
        HttpHeaders.RETRY_AFTER + IF_PASSING,
        false,
        seconds + ", where the reason passes by itself.");
    String policy = "Requests that the credential may send (`q`), and in how many seconds (`w`)";
    header(headers, POLICY, true, policy + ".");
    header(headers, POLICY + IF_COUNTED, false, policy + ". Not before the credential is known.");
    String left = "Requests that are left (`r`), and seconds until all are back (`t`)";
    header(headers, LEFT, true, left + ".");
    header(headers, LEFT + IF_COUNTED, false, left + ". Not before the credential is known.");
    return headers;
  }

  /**
   * What every answer carries to a request that was done.
   *
   * @param counted whether there is a caller, whose requests are counted
   */
  static void ofSuccess(ObjectNode headers, boolean counted) {
    refer(headers, RequestId.HEADER);
    if (counted) {
      refer(headers, LEFT);
      refer(headers, POLICY);
    }
  }

  /** What an answer carries that has one of these problems. */
  static void ofRefusal(Collection<ProblemCode> codes, ObjectNode headers) {
    refer(headers, RequestId.HEADER);
    if (codes.stream().anyMatch(code -> code.status() == 401)) {
      refer(headers, HttpHeaders.WWW_AUTHENTICATE);
    }
    if (codes.stream().allMatch(Headers::saysWhenToRetry)) {
      refer(headers, HttpHeaders.RETRY_AFTER);
    } else if (codes.stream().anyMatch(Headers::saysWhenToRetry)) {
      refer(headers, HttpHeaders.RETRY_AFTER, IF_PASSING);
    }
    if (!NEVER_COUNTED.containsAll(codes)) {
      refer(headers, LEFT, IF_COUNTED);
      refer(headers, POLICY, IF_COUNTED);
    }
  }

  /** Adds a header that is described under its name. */
  static void refer(ObjectNode headers, String name) {
    refer(headers, name, "");
  }

  private static void refer(ObjectNode headers, String name, String when) {
    headers.set(name, Nodes.reference("headers", name + when));
  }

  private static boolean saysWhenToRetry(ProblemCode code) {
    return code.passing() || code == ProblemCode.TOO_MANY_REQUESTS;
  }

  private static void header(ObjectNode headers, String name, boolean always, String meaning) {
    ObjectNode header = headers.putObject(name);
    header.put("description", meaning).put("required", always);
    header.putObject("schema").put("type", "string");
  }
}
