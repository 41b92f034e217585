package com.dotmac.platform.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers what the server itself refuses, before or beside Jersey, in the shape of every other
 * refusal. Repeats nothing of the request, and nothing of the failure.
 */
final class ProblemErrorHandler extends ErrorHandler {

  private final ObjectMapper mapper;
  private final String allow;

  /**
   * A handler.
   *
   * @param mapper writes the problem
   * @param methods the methods that the server lets through to a resource
   */
  ProblemErrorHandler(ObjectMapper mapper, Set<String> methods) {
    this.mapper = mapper;
    allow = String.join(", ", new TreeSet<>(methods));
    setShowStacks(false);
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback)
      throws JsonProcessingException {
    HttpFields.Mutable headers = response.getHeaders();
    String requestId = RequestId.accepted(request.getHeaders().get(RequestId.HEADER));
    Problem problem = ProtocolProblems.of(status).withRequestId(requestId);
    SecurityHeaders.all().forEach(headers::put);
    headers.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE.toString());
    headers.put(RequestId.HEADER, requestId);
    if (status == 405 && !headers.contains(HttpHeader.ALLOW)) {
      headers.put(HttpHeader.ALLOW, allow);
    }
    if (problem.passing() && !headers.contains(HttpHeader.RETRY_AFTER)) {
      headers.put(HttpHeader.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS);
    }
    response.write(true, ByteBuffer.wrap(mapper.writeValueAsBytes(problem)), callback);
  }
}
