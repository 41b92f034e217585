package com.dotmac.platform.it.openapi;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.http.RequestId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One operation as its method declares it. */
final class Operations {
  private final Comments comments;
  private final Schemas schemas;
  private final Problems problems;
  private final Parameters parameters;
  private final Examples examples;

  Operations(Comments comments, Schemas schemas, Problems problems, Examples examples) {
    this.comments = comments;
    this.schemas = schemas;
    this.problems = problems;
    this.examples = examples;
    parameters = new Parameters(schemas);
  }

  /**
   * The operation.
   *
   * @param name as {@code POST /api/v1/partners}
   * @param tag the part of the API that it belongs to
   * @throws IllegalStateException if the method does not say what it answers
   */
  ObjectNode of(Method method, String name, String tag) {
    Examples.Exchange example = examples.of(name);
    String permission =
        Objects.requireNonNull(method.getAnnotation(Requires.class), name).value().code();
    ObjectNode operation = Nodes.object();
    operation.putArray("tags").add(tag);
    operation.put("operationId", id(method));
    String said = comments.of(method.getDeclaringClass(), method.getName());
    operation.put("summary", said.replaceFirst("\\.$", ""));
    operation.put("description", "Requires the permission `" + permission + "`.");
    operation.set("parameters", parameters.of(method, example.parameters()));
    body(method)
        .ifPresent(body -> operation.set("requestBody", requestBody(method, body, example.sent())));
    ObjectNode responses = operation.putObject("responses");
    success(method, responses, example);
    problems.responses(refusals(method)).forEach(responses::set);
    operation.putArray("security").addObject().putArray(Document.CREDENTIAL).add(permission);
    return operation;
  }

  /** {@code PartnerResource.create} is {@code partnerCreate}. */
  private static String id(Method method) {
    String noun = method.getDeclaringClass().getSimpleName().replaceFirst("Resource$", "");
    String verb = method.getName();
    return Character.toLowerCase(noun.charAt(0))
        + noun.substring(1)
        + Character.toUpperCase(verb.charAt(0))
        + verb.substring(1);
  }

  private static Optional<Parameter> body(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(
            parameter ->
                parameter.getType() != Caller.class
                    && Arrays.stream(parameter.getAnnotations())
                        .noneMatch(
                            annotation ->
                                annotation.annotationType().getName().startsWith("jakarta.ws.rs.")))
        .findFirst();
  }

  private ObjectNode requestBody(Method method, Parameter body, @Nullable Object sent) {
    ObjectNode described = Nodes.object();
    described.put("required", body.isAnnotationPresent(NotNull.class));
    ObjectNode content = described.putObject("content");
    for (String type : consumed(method)) {
      ObjectNode media = content.putObject(type);
      media.set("schema", schemas.sent(body.getType()));
      if (sent != null) {
        media.set("example", Nodes.value(sent));
      }
    }
    return described;
  }

  private static List<String> consumed(Method method) {
    Consumes own = method.getAnnotation(Consumes.class);
    Consumes all = method.getDeclaringClass().getAnnotation(Consumes.class);
    return own != null ? List.of(own.value()) : all != null ? List.of(all.value()) : List.of();
  }

  private void success(Method method, ObjectNode responses, Examples.Exchange example) {
    Answers answers = method.getAnnotation(Answers.class);
    if (answers == null) {
      throw new IllegalStateException(method + " does not say what it answers: add @Answers");
    }
    ObjectNode response = responses.putObject(Integer.toString(answers.status()));
    response.put("description", answers.status() == 201 ? "Created." : "Done.");
    ObjectNode headers = response.putObject("headers");
    for (String header : headers(answers)) {
      headers.set(header, Nodes.reference("headers", header));
    }
    ObjectNode content = response.putObject("content").putObject("application/json");
    content.set(
        "schema",
        answers.page() ? schemas.page(answers.value()) : schemas.answered(answers.value()));
    content.set("example", example.answered());
  }

  private static List<String> headers(Answers answers) {
    if (answers.page()) {
      return List.of(RequestId.HEADER, HttpHeaders.LINK);
    }
    return answers.status() == 201
        ? List.of(RequestId.HEADER, HttpHeaders.ETAG, HttpHeaders.LOCATION)
        : List.of(RequestId.HEADER, HttpHeaders.ETAG);
  }

  /** What the feature refuses, and what every endpoint of this kind does. */
  private static Set<ProblemCode> refusals(Method method) {
    Set<ProblemCode> codes =
        EnumSet.of(
            ProblemCode.INVALID_PARAMETER,
            ProblemCode.REQUEST_REFUSED,
            ProblemCode.UNAUTHENTICATED,
            ProblemCode.PERMISSION_DENIED,
            ProblemCode.NOT_ACCEPTABLE,
            ProblemCode.INTERNAL_ERROR,
            ProblemCode.SERVICE_UNAVAILABLE);
    Refuses refuses = method.getAnnotation(Refuses.class);
    if (refuses != null) {
      codes.addAll(List.of(refuses.value()));
    }
    if (Arrays.stream(method.getParameters())
        .anyMatch(parameter -> parameter.isAnnotationPresent(PathParam.class))) {
      codes.add(ProblemCode.NOT_FOUND);
    }
    if (Parameters.asksForVersion(method)) {
      codes.add(ProblemCode.PRECONDITION_REQUIRED);
      codes.add(ProblemCode.VERSION_CONFLICT);
    }
    if (!consumed(method).isEmpty()) {
      codes.add(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }
    if (body(method).isPresent()) {
      codes.add(ProblemCode.MALFORMED_REQUEST);
      codes.add(ProblemCode.VALIDATION_FAILED);
    }
    return codes;
  }
}
