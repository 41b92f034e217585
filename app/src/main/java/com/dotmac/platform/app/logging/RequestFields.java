package com.dotmac.platform.app.logging;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What each line of the log says of the request that its thread works on: {@code requestId}, and
 * where they are known {@code tenantId}, {@code actorId}, {@code traceId} and {@code spanId}. The
 * same is noted on the request, for the line that is written when its thread has moved on.
 */
public final class RequestFields {

  static final String REQUEST_ID = "requestId";
  static final String TENANT_ID = "tenantId";
  static final String ACTOR_ID = "actorId";
  static final String TRACE_ID = "traceId";
  static final String SPAN_ID = "spanId";

  /** Every field, in the order in which lines show them. */
  static final List<String> ALL = List.of(REQUEST_ID, TENANT_ID, ACTOR_ID, TRACE_ID, SPAN_ID);

  private RequestFields() {}

  /** Id of the request that this thread works on; {@code null} outside a request. */
  public static @Nullable String requestId() {
    return MDC.get(REQUEST_ID);
  }

  /**
   * Notes which request begins.
   *
   * @param request the request
   * @param requestId its id, harmless
   */
  public static void begin(ContainerRequestContext request, String requestId) {
    note(request, REQUEST_ID, requestId);
    List<String> sent = request.getHeaders().get(TraceContext.HEADER);
    if (sent != null && sent.size() == 1) {
      TraceContext.parse(sent.get(0))
          .ifPresent(
              trace -> {
                note(request, TRACE_ID, trace.traceId());
                note(request, SPAN_ID, trace.spanId());
              });
    }
  }

  /**
   * Notes who sent the request, once his credential was checked.
   *
   * @param request the request
   * @param tenantId his tenant
   * @param actorId the key or user; {@code null} when there is no row of him
   */
  public static void caller(
      ContainerRequestContext request, UUID tenantId, @Nullable UUID actorId) {
    note(request, TENANT_ID, tenantId.toString());
    if (actorId != null) {
      note(request, ACTOR_ID, actorId.toString());
    }
  }

  /** Forgets the request of this thread. */
  public static void end() {
    ALL.forEach(MDC::remove);
  }

  private static void note(ContainerRequestContext request, String field, String value) {
    MDC.put(field, value);
    request.setProperty(field, value);
  }
}
