package com.dotmac.platform.it.openapi;

import com.dotmac.platform.app.auth.AuthFeature;
import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.idempotency.IdempotencyFeature;
import com.dotmac.platform.app.idempotency.IdempotencyRequired;
import jakarta.ws.rs.PathParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The problems that an operation can have: those of its feature, and those that come to every
 * endpoint of its kind from what stands around it.
 */
final class Refusals {
  /**
   * From the server, the filters of every endpoint, and the transaction in which a key is checked.
   */
  private static final Set<ProblemCode> OF_ALL =
      EnumSet.of(
          ProblemCode.INVALID_PARAMETER,
          ProblemCode.REQUEST_REFUSED,
          ProblemCode.UNAUTHENTICATED,
          ProblemCode.PERMISSION_DENIED,
          ProblemCode.NOT_ACCEPTABLE,
          ProblemCode.BODY_TOO_LARGE,
          ProblemCode.URI_TOO_LONG,
          ProblemCode.TOO_MANY_REQUESTS,
          ProblemCode.HEADERS_TOO_LARGE,
          ProblemCode.INTERNAL_ERROR,
          ProblemCode.SERVICE_UNAVAILABLE,
          ProblemCode.OUTCOME_UNKNOWN);

  private Refusals() {}

  /**
   * Those of a method.
   *
   * @param takesBody whether it reads one
   * @param choosesByForm whether it is found by the form of the body
   */
  static Set<ProblemCode> of(Method method, boolean takesBody, boolean choosesByForm) {
    Set<ProblemCode> codes = EnumSet.copyOf(OF_ALL);
    if (!AuthFeature.asksForCredential(method)) {
      codes.remove(ProblemCode.UNAUTHENTICATED);
      codes.remove(ProblemCode.PERMISSION_DENIED);
    }
    Refuses refuses = method.getAnnotation(Refuses.class);
    if (refuses != null) {
      codes.addAll(List.of(refuses.value()));
    }
    if (method.isAnnotationPresent(ForPartner.class)) {
      codes.add(ProblemCode.PARTNER_ID_REQUIRED);
      codes.add(ProblemCode.PORTAL_CLOSED);
      codes.add(ProblemCode.PARTNER_NOT_FOUND);
    }
    if (Arrays.stream(method.getParameters())
        .anyMatch(parameter -> parameter.isAnnotationPresent(PathParam.class))) {
      codes.add(ProblemCode.NOT_FOUND);
    }
    if (Parameters.asksForVersion(method)) {
      codes.add(ProblemCode.PRECONDITION_REQUIRED);
      codes.add(ProblemCode.VERSION_CONFLICT);
    }
    if (choosesByForm) {
      codes.add(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }
    if (takesBody) {
      codes.add(ProblemCode.MALFORMED_REQUEST);
      codes.add(ProblemCode.VALIDATION_FAILED);
    }
    if (IdempotencyFeature.applies(method)) {
      codes.add(ProblemCode.IDEMPOTENCY_KEY_IN_USE);
      codes.add(ProblemCode.IDEMPOTENCY_KEY_REUSED);
    }
    if (method.isAnnotationPresent(IdempotencyRequired.class)) {
      codes.add(ProblemCode.IDEMPOTENCY_KEY_REQUIRED);
    }
    return codes;
  }
}
