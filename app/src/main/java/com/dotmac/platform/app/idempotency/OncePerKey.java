package com.dotmac.platform.app.idempotency;

import com.dotmac.platform.domain.idempotency.IdempotencyService;
import com.dotmac.platform.domain.idempotency.StoredAnswer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;
import org.jspecify.annotations.Nullable;

/**
 * Stands around the resource method, inside its unit of work: gives the stored answer instead of
 * calling it, or calls it and keeps the answer, which commits with the effect or not at all. A
 * refusal rolls back and is not kept: nothing was done, so it may be tried anew. Nor is a secret in
 * an answer.
 */
final class OncePerKey implements ResourceMethodInvocationHandlerProvider {

  private final IdempotencyService answers;
  private final ObjectMapper mapper;

  OncePerKey(IdempotencyService answers, ObjectMapper mapper) {
    this.answers = answers;
    this.mapper = mapper;
  }

  @Override
  public @Nullable InvocationHandler create(Invocable invocable) {
    return IdempotencyFeature.applies(invocable.getHandlingMethod())
        ? (resource, method, arguments) -> invoke(resource, method, arguments)
        : null;
  }

  private Object invoke(Object resource, Method method, Object[] arguments)
      throws ReflectiveOperationException {
    Optional<PendingRequest> pending = PendingRequest.take();
    if (pending.isEmpty()) {
      return method.invoke(resource, arguments);
    }
    try {
      return once(pending.get(), resource, method, arguments);
    } catch (RuntimeException e) {
      // Jersey looks for the mapper of what is in here, and of nothing else.
      throw new InvocationTargetException(e);
    }
  }

  private Response once(PendingRequest request, Object resource, Method method, Object[] arguments)
      throws ReflectiveOperationException {
    Optional<StoredAnswer> stored = answers.begin(request.context(), request.key());
    if (stored.isPresent()) {
      return response(stored.get()).header(KeyHeader.REPLAYED, true).build();
    }
    Response given = (Response) method.invoke(resource, arguments);
    StoredAnswer sent = answer(given, given.getEntity());
    if (given.getStatus() < 500) {
      StoredAnswer kept =
          given.getEntity() instanceof ShownOnce secret
              ? answer(given, secret.withoutSecret())
              : sent;
      answers.complete(request.context(), request.key(), kept);
    }
    // What is sent is what was stored, to the byte, save a secret.
    return response(sent).build();
  }

  private StoredAnswer answer(Response given, @Nullable Object body) {
    try {
      return new StoredAnswer(
          given.getStatus(),
          given.getHeaderString(HttpHeaders.ETAG),
          given.getHeaderString(HttpHeaders.LOCATION),
          body == null ? null : mapper.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("An answer cannot be written", e);
    }
  }

  private static Response.ResponseBuilder response(StoredAnswer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status())
            .header(HttpHeaders.ETAG, answer.etag())
            .header(HttpHeaders.LOCATION, answer.location());
    String body = answer.body();
    return body == null
        ? response
        : response
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(body.getBytes(StandardCharsets.UTF_8));
  }
}
